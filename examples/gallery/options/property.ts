/**
 * Reads and sets a property of a live widget, whatever its class: through the setter that its definition names.
 * The gallery inspects widgets of every class, and so looks into the session where a program would call getters.
 */
import type { Callback } from "pgwidgets-ts/sync";
import type { ParamModel } from "../../../codegen/model.js";
import { splitPointer, type Types, takesNull } from "../../../codegen/schemas.js";
import { camelCase } from "../../../runtime/protocol/names.js";
import { NODE } from "../../../runtime/session/node.js";
import { withPart } from "../../../runtime/session/pointer.js";
import { readState } from "../../../runtime/session/state.js";
import { same } from "../../../runtime/session/values.js";
import type { Property } from "../catalogue.js";

/** The present value. */
export function readProperty(widget: Callback, property: Property): unknown {
  if (property.getter !== undefined) return call(widget, property.getter, []);
  return readState(widget[NODE], property.pointer);
}

/**
 * Sets it through its setter.
 * @returns Whether that could be done; otherwise only a new widget can have the value
 * @throws UsageError when the value is refused
 */
export function setLive(types: Types, widget: Callback, property: Property, value: unknown): boolean {
  const setter = property.state?.setter ?? null;
  if (setter === null || setter.form === "entries") return false;
  const { state, segments } = splitPointer(property.pointer);
  const present = readState(widget[NODE], state);
  if (segments.length > 0 && !Array.isArray(present)) return false;
  const whole = segments.length === 0 ? value : withPart(present, segments, value);
  if (setter.form === "fixed") {
    const method = setter.methods.find(([each]) => same(each, whole))?.[1];
    if (method === undefined) return false;
    call(widget, method.name, []);
    return true;
  }
  const isList = setter.form === "list";
  if (isList && !Array.isArray(whole)) return false;
  const args: readonly unknown[] = isList ? (whole as unknown[]) : [whole];
  const before: readonly unknown[] = isList && Array.isArray(present) ? present : [present];
  // Where null is no value, or means "as it is", a setter cannot bring it back.
  const isLost = (arg: unknown, i: number) =>
    arg === null && !takesNow(setter.method.params[i], before[i], types);
  if (args.some(isLost)) return false;
  call(widget, setter.method.name, args);
  return true;
}

/** Whether a parameter can be given null for it, where `present` is the value that it has. */
function takesNow(param: ParamModel | undefined, present: unknown, types: Types): boolean {
  if (param === undefined) return false;
  return param.keep === true ? present === null : takesNull(param.schema, types);
}

function call(widget: Callback, method: string, args: readonly unknown[]): unknown {
  const methods = widget as unknown as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  return methods[camelCase(method)]?.(...args);
}
