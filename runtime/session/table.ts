/**
 * The tables the runtime works from: one per class, generated from its definition.
 * Names are those of the wire; `property` is the name on the TypeScript surface.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A state, or a part of its value: `value`, `limits/0`. */
export type Pointer = string;
/** A path into the arguments of a callback: `/0`, `/0/width`. */
export type ArgPointer = string;

export interface ParamTable {
  readonly name: string;
  /** Value when left out. Without it the parameter is required. */
  readonly default?: Json;
  /** null or missing keeps the present value of this part of the state. */
  readonly keep?: true;
  /** A path of a file on the server may be given. */
  readonly localFile?: true;
}

export interface ConstructorParamTable {
  readonly name: string;
  readonly property: string;
  /** The state that holds its value, or a part of it. */
  readonly state: Pointer;
  /** Must be given. */
  readonly required?: true;
  readonly localFile?: true;
}

export interface WhenTable {
  readonly state?: Pointer;
  readonly arg?: ArgPointer;
  readonly is?: Json;
  readonly isNot?: Json;
}
/** All must hold. */
export type ConditionTable = readonly WhenTable[];

export type Bound = number | Pointer;
export type NormalizerTable =
  | { readonly rule: "clamp"; readonly min?: Bound; readonly max?: Bound }
  | {
      readonly rule: "snap";
      readonly step: Bound;
      readonly origin: Bound;
      readonly min?: Bound;
      readonly max?: Bound;
    }
  | { readonly rule: "round"; readonly when?: ConditionTable }
  | { readonly rule: "precision"; readonly of?: readonly Bound[]; readonly when?: ConditionTable }
  | { readonly rule: "last_lines"; readonly count: Bound }
  | { readonly rule: "hex_color" }
  | { readonly rule: "null_as"; readonly value: Json; readonly empty?: true }
  | { readonly rule: "empty_as_null" }
  | { readonly rule: "value_as"; readonly of: boolean | number | string; readonly value: Json };

export type Phase = "create" | "before-children" | "after-children" | "after-tree" | "visibility";

/** How a browser is told a state. */
export type SetterTable =
  /** One call; with `spread` the value is a list of the arguments. */
  | {
      readonly method: string;
      readonly spread?: true;
      /** The method that adds a piece: the value is told piece by piece. */
      readonly pieces?: string;
    }
  /** A method for each value. */
  | { readonly fixed: readonly (readonly [Json, string])[] }
  /** One call per entry of a map: its key, then the fields of its value in this order. */
  | { readonly method: string; readonly entries: readonly string[] };

export interface StateTable {
  readonly default: Json;
  /** Takes the value of this state while it was never set itself. */
  readonly defaultFrom?: Pointer;
  /** Name of the option that sets it through its setter. */
  readonly property?: string;
  readonly setter?: SetterTable;
  /** Phase in which the setter is replayed. */
  readonly replay: Phase | "never";
  readonly normalize?: readonly NormalizerTable[];
  /** The option whose group it is exclusive in. */
  readonly exclusive?: string;
  readonly expires?: { readonly seconds: Pointer; readonly to: Json };
  /** Browsers are told each time that it is set, also to the value that it has. */
  readonly drifts?: true;
  /** Its value may hold references to widgets. */
  readonly refs?: true;
  /** A user's browser changes it: the values it is sent can be behind its user. */
  readonly input?: true;
  /** What a browser reports is not passed on to the others. */
  readonly shared?: false;
}

export interface AssignmentTable {
  readonly state: Pointer;
  readonly value?: Json;
  /** Indexes of parameters: one is the value, several make a list. */
  readonly params?: readonly number[];
  readonly whenGiven?: true;
}

interface MethodBase {
  readonly params: readonly ParamTable[];
}
/** To the front of the windows and pages, or to the back. */
export type StackMove = "raise" | "lower";

export interface SetterMethod extends MethodBase {
  readonly kind: "setter";
  readonly state?: Pointer;
  readonly value?: Json;
  readonly toggle?: readonly [Json, Json];
  readonly operation?: "append" | "append_piece" | "put" | "link";
  readonly also?: readonly AssignmentTable[];
  readonly stack?: StackMove;
}
export interface GetterMethod extends MethodBase {
  readonly kind: "getter";
  readonly state?: Pointer | readonly Pointer[];
  readonly structure?: "children" | "child-count" | "index-of" | "child-at" | "child-with";
  readonly constant?: Json;
  readonly item?: true;
  readonly model?: string;
  readonly operation?: string;
}
export interface QueryMethod extends MethodBase {
  readonly kind: "query";
  readonly withoutBrowser: Json;
}
export interface ActionMethod extends MethodBase {
  readonly kind: "action";
  readonly also?: readonly AssignmentTable[];
  readonly stack?: StackMove;
  readonly user?: true;
}
export interface ChildMethod extends MethodBase {
  readonly kind: "child";
  readonly child: "attach" | "insert" | "set" | "move" | "remove" | "remove-all" | "select" | "entry";
  /** Index of the parameter that is the child, -1 when there is none. */
  readonly param: number;
  /** Index of the parameter that is the place, for insert and move. */
  readonly index?: number;
  /** Index of the parameter that asks to destroy, for remove and remove-all. */
  readonly destroy?: number;
  /** For attach: a child that is added again goes to the end. */
  readonly again?: "last";
  /** For remove-all: takes entries out as well. */
  readonly entries?: true;
  readonly slot: string;
  readonly state?: Pointer;
  readonly creates?: string;
  /** The call makes a widget around the child: index of the parameter that holds its options. */
  readonly wraps?: number;
}
export interface FactoryMethod extends MethodBase {
  readonly kind: "factory";
  readonly creates: string;
  /** Constructor argument or option of the new widget: index of the parameter that gives it. */
  readonly init: Readonly<Record<string, number>>;
  /** Indexes of the parameters that may hold an object of its options; these go before `init`. */
  readonly options?: readonly number[];
  readonly attach?: string;
  readonly attachParams?: readonly number[];
  readonly model?: string;
  readonly operation?: string;
}
export interface ModelMethod extends MethodBase {
  readonly kind: "model";
  readonly model: string;
  readonly operation: string;
}
export type MethodTable =
  | SetterMethod
  | GetterMethod
  | QueryMethod
  | ActionMethod
  | ChildMethod
  | FactoryMethod
  | ModelMethod;

export interface UpdateTable {
  readonly state: Pointer;
  /** One argument, or several that make a list. */
  readonly from: ArgPointer | readonly ArgPointer[];
  readonly when?: ConditionTable;
}
export type EffectTable =
  | {
      readonly set: Pointer;
      readonly value: Json;
      readonly when?: ConditionTable;
      readonly after?: "handlers";
    }
  | { readonly detach: ArgPointer; readonly when?: ConditionTable }
  | { readonly select: ArgPointer }
  | { readonly move: ArgPointer; readonly to: ArgPointer }
  | { readonly stack: StackMove }
  | { readonly model: string; readonly operation: string };

export interface CallbackTable {
  /** How many arguments must be there. */
  readonly required: number;
  readonly updates?: readonly UpdateTable[];
  readonly effects?: readonly EffectTable[];
  /** Fired by the server too when the program changes this state. */
  readonly onChange?: string;
  /** Never accepted from a browser. */
  readonly source?: "server";
  readonly upload?: true;
}

/** What can be said of a widget beside its role. `disabled` and `hidden` hold for all that is inside. */
export type FlagName = "disabled" | "hidden" | "checked" | "pressed" | "expanded" | "selected" | "readonly";

/** How a page presents a widget. */
export interface AccessibleTable {
  /** The first one whose condition holds. */
  readonly role?: readonly { readonly role: string; readonly when?: ConditionTable }[];
  /** States of which the first that is not empty names it. */
  readonly label?: readonly Pointer[];
  readonly value?: Pointer;
  readonly flags?: Readonly<
    Partial<Record<FlagName, { readonly state: Pointer; readonly is: Json; readonly when?: ConditionTable }>>
  >;
  /** Of its children only the selected one is shown. */
  readonly shows?: "selected";
  /** It stands in the page by itself, without a parent. */
  readonly top?: true;
  /** Argument of the call that attaches a child which names that child. */
  readonly childLabel?: ArgPointer;
}

export type GestureArgTable =
  | { readonly value: Json }
  | { readonly state: Pointer }
  | { readonly not: Pointer }
  | { readonly given: true }
  | { readonly numberFor: Pointer }
  | {
      readonly entryOf: Pointer;
      readonly of?: Pointer;
      readonly by?: number;
      readonly take: number | "index" | "entry";
      readonly otherwise?: Json;
    }
  | { readonly child: "widget" | "index" | ArgPointer }
  | { readonly event: "pointer" | "key" | "drop" | "files"; readonly type?: string };

export type GestureStepTable =
  | {
      readonly callback: string;
      readonly args?: readonly GestureArgTable[];
      readonly when?: ConditionTable;
      readonly slot?: string;
    }
  | { readonly model: string; readonly operation: string; readonly when?: ConditionTable };

/** What a page reports of what its user does, by gesture; `press Enter` for a key. */
export type GesturesTable = Readonly<Record<string, readonly GestureStepTable[]>>;

/**
 * A zod schema, by what all of them have: a compiler that reads a program meets no declaration of zod on its way.
 * codec.ts takes values through it.
 */
export interface Validator {
  readonly _zod: object;
}

/** Built on first use. Every schema reads the wire form and, encoding, writes it from the TypeScript form. */
export interface Validators {
  /** By name of the argument or option. */
  readonly init: Readonly<Record<string, Validator>>;
  /** By method: its parameters. */
  readonly params: Readonly<Record<string, readonly Validator[]>>;
  /** By method: the answer of a query, and of getters whose values have other names on the wire. */
  readonly returns: Readonly<Record<string, Validator>>;
  /** By action: the arguments. */
  readonly callbacks: Readonly<Record<string, readonly Validator[]>>;
}

/** What a definition says, own members only. */
export interface ClassTable {
  readonly name: string;
  readonly base: ClassTable | null;
  readonly abstract?: true;
  /** Lives on the server only. */
  readonly remote?: false;
  readonly createdBy?: string;
  readonly models?: readonly string[];
  /** Without it those of the base. */
  readonly args?: readonly ConstructorParamTable[];
  readonly options?: readonly ConstructorParamTable[];
  readonly state?: Readonly<Record<string, StateTable>>;
  readonly methods?: Readonly<Record<string, MethodTable>>;
  readonly callbacks?: Readonly<Record<string, CallbackTable>>;
  readonly accessible?: AccessibleTable;
  readonly gestures?: GesturesTable;
  /** Short hashes of what travels for each own member: "" is how it is made, then methods, then `@` and callbacks. */
  readonly marks?: Readonly<Record<string, string>>;
  readonly validators: () => Validators;
}
