/**
 * What the emitters work from: plain readonly data, complete and free of TypeScript.
 * Names are those of the wire; inherited members stand beside own ones, aliases carry the whole method.
 */
import type {
  CallbackDefinition,
  Json,
  KeyDefinition,
  MethodDefinition,
  ParamDefinition,
  SchemaFragment,
  StateDefinition,
  WidgetDefinition,
} from "./format.js";
import type { Types } from "./schemas.js";

export interface TypeModel {
  readonly name: string;
  readonly origin: string;
  /** The package has it: a program that uses the package imports it. */
  readonly library: boolean;
  readonly description: string;
  readonly schema: SchemaFragment;
  /** Its values may hold references to widgets. */
  readonly holdsWidgets: boolean;
}

/** A constructor argument or an option. */
export interface InitModel {
  readonly name: string;
  readonly schema: SchemaFragment;
  readonly description: string;
  readonly default?: Json | undefined;
  /** The arg or option that it follows when left out. */
  readonly follows?: string | undefined;
  /** A state or a part of one. */
  readonly state: string;
  readonly required: boolean;
  readonly localFile: boolean;
}

export type SetterModel =
  | { readonly form: "value"; readonly method: MethodModel; readonly pieces?: MethodModel | undefined }
  | { readonly form: "list"; readonly method: MethodModel }
  | { readonly form: "entries"; readonly method: MethodModel }
  | { readonly form: "fixed"; readonly methods: readonly (readonly [Json, MethodModel])[] };

export interface StateModel {
  readonly name: string;
  readonly definition: StateDefinition;
  readonly schema: SchemaFragment;
  readonly default: Json;
  readonly setter: SetterModel | null;
  readonly replay: NonNullable<StateDefinition["replay"]>;
  /** It can be given, by its own name, when a widget is made. */
  readonly givable: boolean;
  readonly holdsWidgets: boolean;
  /** A user's browser changes it. */
  readonly input: boolean;
}

export interface ParamModel extends ParamDefinition {
  readonly optional: boolean;
}

export interface MethodModel {
  readonly name: string;
  readonly description: string;
  /** Of an alias: that of its target, with the alias's own parameters. */
  readonly definition: MethodDefinition;
  readonly params: readonly ParamModel[];
  readonly returns: SchemaFragment | null;
  /** The method that it is another name of. */
  readonly alias: string | null;
  /** Replaces one that its base has. */
  readonly overrides: boolean;
}

export interface CallbackModel {
  readonly action: string;
  readonly description: string;
  readonly definition: CallbackDefinition;
  readonly args: NonNullable<CallbackDefinition["args"]>;
}

export interface ClassModel {
  readonly name: string;
  readonly origin: string;
  /** The package has it: a program that uses the package imports it. */
  readonly library: boolean;
  readonly description: string;
  readonly definition: WidgetDefinition;
  readonly base: ClassModel | null;
  readonly abstract: boolean;
  /** Browsers know it. */
  readonly remote: boolean;
  /** Own args, or null when they are those of the base. */
  readonly ownArgs: readonly InitModel[] | null;
  readonly args: readonly InitModel[];
  readonly ownOptions: readonly InitModel[];
  readonly options: readonly InitModel[];
  /** Own states, and inherited ones that this class changes something about. */
  readonly ownStates: readonly StateModel[];
  readonly states: readonly StateModel[];
  readonly ownMethods: readonly MethodModel[];
  readonly methods: readonly MethodModel[];
  readonly ownCallbacks: readonly CallbackModel[];
  readonly callbacks: readonly CallbackModel[];
  /** Those of its bases first. */
  readonly keys: readonly KeyDefinition[];
}

export interface Model {
  /** In the order of their names, as are the classes. */
  readonly types: readonly TypeModel[];
  readonly classes: readonly ClassModel[];
  readonly schemas: Types;
}
