/**
 * A widget of somebody else, as the files of its project: a lamp with a label that its user switches.
 */
const definition = {
  $schema: "../../node_modules/pgwidgets-ts/schema/definition.schema.json",
  name: "Lamp",
  extends: "Widget",
  category: "display",
  description: "A lamp that the user switches.",
  args: [{ name: "label", schema: { type: "string" }, default: "", description: "Text beside it." }],
  state: {
    on: { schema: { type: "boolean" }, default: false, description: "Whether it is lit." },
    glow: { schema: { $ref: "#/types/Glow" }, default: { tint: "gold" }, description: "How it is lit." },
  },
  methods: {
    set_on: {
      kind: "setter",
      state: "on",
      params: [{ name: "lit", schema: { type: "boolean" }, description: "true to light it." }],
      description: "Switches the lamp.",
    },
    is_on: { kind: "getter", state: "on", returns: { type: "boolean" }, description: "Whether it is lit." },
    set_glow: {
      kind: "setter",
      state: "glow",
      params: [{ name: "glow", schema: { $ref: "#/types/Glow" }, description: "How it is lit." }],
      description: "Changes how it is lit.",
    },
  },
  callbacks: {
    switched: {
      args: [{ name: "lit", schema: { type: "boolean" }, description: "Whether it is lit now." }],
      updates: { on: "/0" },
      description: "The user switched the lamp.",
    },
  },
};

const type = {
  $schema: "../../node_modules/pgwidgets-ts/schema/definition.schema.json",
  name: "Glow",
  description: "How a lamp is lit.",
  schema: {
    type: "object",
    properties: { tint: { $ref: "#/types/Color" }, warm_up: { type: "number" } },
    required: ["tint"],
    additionalProperties: false,
  },
};

const browserClass = `import { BaseWidget, type WidgetInit } from "pgwidgets-ts/browser";
import type { LampArgs, LampContract, LampEvents } from "../generated/browser/contracts.js";
import { defineWidget } from "../generated/browser/registry.js";
import type { Glow } from "../generated/browser/types.js";
import "./lamp.css";

class Lamp extends BaseWidget<LampEvents> implements LampContract {
  #lit = false;

  constructor(init: WidgetInit, args: LampArgs) {
    const element = document.createElement("button");
    super(init, element);
    element.classList.add("lamp");
    element.textContent = args.label;
    element.setAttribute("aria-pressed", "false");
    element.addEventListener("click", () => {
      this.setOn(!this.#lit);
      this.emit("switched", this.#lit);
    });
  }

  setOn(lit: boolean): void {
    this.#lit = lit;
    this.element.setAttribute("aria-pressed", String(lit));
  }

  isOn(): boolean {
    return this.#lit;
  }

  setGlow(glow: Glow): void {
    this.element.style.setProperty("--lamp-tint", glow.tint);
  }
}

defineWidget("Lamp", Lamp);
`;

const style = `.lamp[aria-pressed="true"] {
  background: var(--lamp-tint, gold);
}
`;

/** By path below the project's folder. */
export const lampFiles: Readonly<Record<string, string>> = {
  "schema/widgets/Lamp.json": JSON.stringify(definition, null, 2),
  "schema/types/Glow.json": JSON.stringify(type, null, 2),
  "widgets/lamp.ts": browserClass,
  "widgets/lamp.css": style,
};
