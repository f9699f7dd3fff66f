/**
 * What the file of a widget class needs, in one place: for classes that live outside this package.
 * The build resolves `pgwidgets-ts/browser` to it.
 */
export { announce } from "./announce.js";
export { BaseContainer } from "./container.js";
export { setColorProperty } from "./css.js";
export { type IconName, icon } from "./icons.js";
export type { Placement } from "./layout.js";
export { type MenuEntry, type MenuItem, openMenu } from "./menu-popup.js";
export { defineOwnWidget, defineWidget, makeWidget } from "./registry.js";
export type { Services, WidgetInit } from "./services.js";
export { say, setWords } from "./strings.js";
export { setTooltip } from "./tooltips.js";
export { BaseWidget } from "./widget.js";
export { type Drag, makeDraggable } from "./windows/drag.js";
