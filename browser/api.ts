/**
 * What the file of a widget class needs, in one place: for classes that live outside this package.
 * The page that the package brings exports it, and `pgwidgets-ts build` leads `pgwidgets-ts/browser` there.
 */
/// <reference path="./assets.d.ts" preserve="true" />

export type { BrowserTable } from "../generated/browser/tables.js";
export { announce } from "./announce.js";
export { BaseContainer } from "./container.js";
export { setColorProperty } from "./css.js";
export { type IconName, icon } from "./icons.js";
export type { Placement } from "./layout.js";
export { type MenuEntry, type MenuItem, openMenu } from "./menu-popup.js";
export { defineOwnWidget, makeWidget, type OwnWidgetClass } from "./registry.js";
export type { Services, WidgetInit } from "./services.js";
export { sayOfPage as say, setWords } from "./strings.js";
export { setTooltip } from "./tooltips.js";
export { BaseWidget } from "./widget.js";
export { type Drag, makeDraggable } from "./windows/drag.js";
