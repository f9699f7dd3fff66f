/**
 * Widget classes bound to a session: to be called, constructed with `new`, or extended, without naming the session.
 */

type AnyClass = abstract new (...args: never) => object;

/**
 * An object with a bound class for each class, made when it is first asked for.
 * @param call - What calling a bound class without `new` does.
 */
export function boundClasses<W>(
  session: object,
  classes: Readonly<Record<string, AnyClass>>,
  call: (bound: AnyClass, args: unknown[]) => unknown,
): W {
  const made = new Map<string, AnyClass>();
  const widgets: Record<string, unknown> = {};
  for (const [name, Class] of Object.entries(classes)) {
    Object.defineProperty(widgets, name, {
      enumerable: true,
      get() {
        let bound = made.get(name);
        if (bound === undefined) {
          bound = boundClass(session, Class, call);
          made.set(name, bound);
        }
        return bound;
      },
    });
  }
  return widgets as W;
}

function boundClass(
  session: object,
  Class: AnyClass,
  call: (bound: AnyClass, args: unknown[]) => unknown,
): AnyClass {
  function Bound(...args: unknown[]): unknown {
    if (new.target === undefined) return call(Bound as unknown as AnyClass, args);
    const target = (new.target as unknown) === Bound ? Class : new.target;
    return Reflect.construct(
      Class as new (
        ...args: unknown[]
      ) => object,
      [session, ...args],
      target as never,
    );
  }
  Bound.prototype = Class.prototype as object;
  Object.setPrototypeOf(Bound, Class);
  Object.defineProperty(Bound, "name", { value: Class.name });
  return Bound as unknown as AnyClass;
}
