/**
 * Faults that only the checks behind the format find, each with the place where it must be found.
 */
import {
  description,
  type Files,
  faultCases,
  gauge,
  method,
  numeric,
  stated,
  type,
  widget,
} from "./support.js";

const { cases, group, fault } = faultCases();

group("names", () => {
  fault(
    "a file of another name",
    { "widgets/Gauge.json": widget("Meter").replace(`"Meter"`, `@@"Meter"`) },
    {
      code: "file-name",
      pointer: "/name",
    },
  );
  fault(
    "two files",
    {
      "bases/Gauge.json": widget("Gauge"),
      "widgets/Gauge.json": widget("Gauge").replace(`"Gauge"`, `@@"Gauge"`),
    },
    { code: "duplicate-name", pointer: "/name" },
  );
  fault(
    "a type with the name of something generated",
    {
      ...gauge(
        `"state": { "level": { "schema": { "$ref": "#/types/GaugeOptions" }, "default": 0, ${description} } }`,
      ),
      "types/GaugeOptions.json": type("GaugeOptions", `{ "type": "number" }`).replace(
        `"GaugeOptions"`,
        `@@"GaugeOptions"`,
      ),
    },
    { code: "duplicate-name", pointer: "/name" },
  );
  fault(
    "a member of the runtime",
    gauge(`"methods": { @@"add_callback": { "kind": "action", ${description} } }`),
    {
      code: "reserved-name",
      pointer: "/methods/add_callback",
    },
  );
  fault(
    "a word of TypeScript",
    gauge(method("go", `"kind": "action", "params": [{ "name": @@"default", ${numeric} }]`)),
    {
      code: "reserved-name",
      pointer: "/methods/go/params/0/name",
    },
  );
  fault(
    "methods that are one in camelCase",
    gauge(
      `"methods": { "raise": { "kind": "action", ${description} }, @@"raise_": { "kind": "action", ${description} } }`,
    ),
    { code: "name-clash", pointer: "/methods/raise_" },
  );
  fault(
    "a method and an inherited one",
    {
      "bases/Base.json": widget("Base", `"methods": { "lower": { "kind": "action", ${description} } }`),
      "widgets/Gauge.json": widget(
        "Gauge",
        `"methods": { @@"lower_": { "kind": "action", ${description} } }`,
        "Base",
      ),
    },
    { code: "name-clash", pointer: "/methods/lower_" },
  );
});

group("names that are taken", () => {
  fault(
    "a member of every browser class",
    gauge(`"methods": { @@"commit": { "kind": "action", ${description} } }`),
    {
      code: "reserved-name",
      pointer: "/methods/commit",
    },
  );
  fault("a member of every object", gauge(`"callbacks": { @@"constructor": { ${description} } }`), {
    code: "reserved-name",
    pointer: "/callbacks/constructor",
  });
  fault("a member of every session", gauge(`"session_factory": { "name": @@"get_widgets", "params": [] }`), {
    code: "reserved-name",
    pointer: "/session_factory/name",
  });
  fault(
    "two shortcuts of the session",
    {
      "widgets/Gauge.json": widget("Gauge", `"session_factory": { "name": "make_it", "params": [] }`),
      "widgets/Meter.json": widget("Meter", `"session_factory": { "name": @@"make_it", "params": [] }`),
    },
    { code: "duplicate-name", pointer: "/session_factory/name" },
  );
  fault(
    "files that differ in case only",
    {
      "widgets/Gauge.json": widget("Gauge").replace(`"Gauge"`, `@@"Gauge"`),
      "widgets/GauGe.json": widget("GauGe"),
    },
    { code: "duplicate-name", pointer: "/name" },
  );
});

group("what is made", () => {
  const makes = (abstract: string): Files => ({
    "widgets/Base.json": widget("Base", abstract),
    ...gauge(method("add", `"kind": "factory", "creates": @@"Base"`)),
  });
  fault("a class of which there is none", makes(`"abstract": true`), {
    code: "abstract-class",
    pointer: "/methods/add/creates",
  });
  fault("a model", gauge(`"models": [@@"itms"]`), {
    code: "unknown-model",
    pointer: "/models/0",
    nearest: "items",
  });
});

group("types that go into a state", () => {
  const text = `"schema": { "type": "string" }, ${description}`;
  fault(
    "an argument of a callback",
    stated(
      `"callbacks": { "moved": { "args": [{ "name": "to", ${text} }], "updates": { "level": @@"/0" }, ${description} } }`,
    ),
    { code: "type-mismatch", pointer: "/callbacks/moved/updates/level", found: "string", expected: "number" },
  );
  fault(
    "a parameter of a change that goes with a call",
    stated(
      method(
        "jump",
        `"kind": "action", "params": [{ "name": "to", ${text} }], "also": [{ "state": "level", "params": [@@"to"] }]`,
      ),
    ),
    { code: "type-mismatch", pointer: "/methods/jump/also/0/params/0", found: "string" },
  );
  fault(
    "one of several parameters",
    gauge(
      `"state": { "pair": { "schema": { "type": "array", "prefixItems": [{ "type": "number" }, { "type": "number" }] }, "default": [0, 0], ${description} } },\n${method("set_pair", `"kind": "setter", "state": "pair", "params": [{ "name": "a", ${numeric} }, { "name": "b", "schema": @@{ "type": "string" }, ${description} }]`)}`,
    ),
    {
      code: "type-mismatch",
      pointer: "/methods/set_pair/params/1/schema",
      found: "string",
      expected: "number",
    },
  );
  fault(
    "a state that a callback does not find",
    stated(
      `"callbacks": { "moved": { "args": [{ "name": "to", ${numeric} }], "updates": { @@"lavel": "/0" }, ${description} } }`,
    ),
    { code: "unknown-state", pointer: "/callbacks/moved/updates/lavel", nearest: "level" },
  );
  fault(
    "bounds that let nothing through",
    gauge(
      `"state": { "level": { "schema": { "anyOf": [{ "type": "number", "minimum": 5, @@"maximum": 1 }, { "type": "null" }] }, "default": null, ${description} } }`,
    ),
    { code: "bad-schema", pointer: "/state/level/schema/anyOf/0/maximum" },
  );
  fault(
    "a value that is there twice",
    gauge(
      `"state": { "level": { "schema": { "enum": ["a", null, @@"a"] }, "default": null, ${description} } }`,
    ),
    { code: "bad-schema", pointer: "/state/level/schema/enum/2" },
  );
});

group("inheritance", () => {
  fault(
    "a base that is not there",
    { ...gauge(), "widgets/Dial.json": widget("Dial", "", "Guage").replace(`"Guage"`, `@@"Guage"`) },
    {
      code: "unknown-base",
      pointer: "/extends",
      nearest: "Gauge",
    },
  );
  fault(
    "a circle",
    {
      "bases/A.json": widget("A", "", "B").replace(`: "B"`, `: @@"B"`),
      "bases/B.json": widget("B", "", "A"),
    },
    { code: "inheritance-cycle", pointer: "/extends" },
  );
  const base = widget(
    "Base",
    `"methods": { "go": { "kind": "action", "params": [{ "name": "far", ${numeric} }], ${description} } }`,
  );
  const derived = (says: string): Files => ({
    "bases/Base.json": base,
    "widgets/Gauge.json": widget("Gauge", `"methods": { @@"go": { ${says}, ${description} } }`, "Base"),
  });
  fault("another kind", derived(`"kind": "query", "returns": { "type": "number" }`), {
    code: "override-kind",
    pointer: "/methods/go",
  });
  fault(
    "a parameter that takes less",
    derived(
      `"kind": "action", "params": [{ "name": "far", "schema": { "type": "string" }, ${description} }]`,
    ),
    {
      code: "override-mismatch",
      pointer: "/methods/go",
    },
  );
});

group("references", () => {
  const ref = (to: string): Files =>
    gauge(`"state": { "level": { "schema": { "$ref": @@"${to}" }, "default": null, ${description} } }`);
  fault(
    "a type",
    { ...ref("#/types/Colour"), ...gaugeOf("Color") },
    { code: "unknown-type", pointer: "/state/level/schema/$ref", nearest: "Color" },
  );
  fault("a class", ref("#/widgets/Gage"), {
    code: "unknown-class",
    pointer: "/state/level/schema/$ref",
    nearest: "Gauge",
  });
  fault(
    "a type that nothing uses",
    { ...gauge(), "types/Color.json": type("Color", `{ "type": "string" }`).replace(`"Color"`, `@@"Color"`) },
    {
      code: "unused-type",
      pointer: "/name",
    },
  );

  /** A class that uses a type. */
  function gaugeOf(name: string): Files {
    const members = `"state": { "it": { "schema": { "$ref": "#/types/${name}" }, "default": "red", ${description} } }`;
    return {
      "widgets/Other.json": widget("Other", members),
      [`types/${name}.json`]: type(name, `{ "type": "string" }`),
    };
  }
});

group("schemas", () => {
  const schema = (text: string): Files =>
    gauge(`"state": { "level": { "schema": ${text}, "default": null, ${description} } }`);
  const at = "/state/level/schema";
  fault("a keyword that says nothing", schema(`{ "type": ["string", "null"], @@"minimum": 1 }`), {
    code: "bad-schema",
    pointer: `${at}/minimum`,
  });
  fault("a keyword without a type", schema(`{ @@"minLength": 1 }`), {
    code: "bad-schema",
    pointer: `${at}/minLength`,
  });
  fault("a keyword beside $ref", schema(`{ "$ref": "#/widgets/Gauge", @@"minItems": 1 }`), {
    code: "bad-schema",
    pointer: `${at}/minItems`,
  });
  fault(
    "a required key that is no property",
    schema(`{ "type": ["object", "null"], "properties": { "width": {} }, "required": [@@"widht"] }`),
    {
      code: "bad-schema",
      pointer: `${at}/required/0`,
      nearest: "width",
    },
  );
  fault(
    "fields that are one in camelCase",
    schema(`{ "type": ["object", "null"], "properties": { "x_y": {}, @@"xY": {} } }`),
    {
      code: "name-clash",
      pointer: `${at}/properties/xY`,
    },
  );
});

group("children", () => {
  const take = (says: string): Files =>
    gauge(
      method(
        "add",
        `"kind": "child", "child": "attach", "params": [{ "name": "child", ${says}, ${description} }]`,
      ),
    );
  fault("a child that is no widget", take(`"schema": @@{ "type": "boolean" }`), {
    code: "incomplete-method",
    pointer: "/methods/add/params/0/schema",
  });
  fault(
    "an effect that no child method can pass on",
    gauge(
      `"callbacks": { "picked": { "args": [{ "name": "child", "schema": { "$ref": "#/widgets/Gauge" }, ${description} }], "effects": [@@{ "select": "/0" }], ${description} } }`,
    ),
    { code: "no-effect", pointer: "/callbacks/picked/effects/0" },
  );
  fault("no child", gauge(`"methods": { @@"add": { "kind": "child", "child": "set", ${description} } }`), {
    code: "incomplete-method",
    pointer: "/methods/add",
  });
});

group("pointers", () => {
  fault(
    "a state",
    stated(
      method("set_level", `"kind": "setter", "state": @@"levle", "params": [{ "name": "to", ${numeric} }]`),
    ),
    {
      code: "unknown-state",
      pointer: "/methods/set_level/state",
      nearest: "level",
    },
  );
  fault(
    "a part that no value has",
    stated(
      `"callbacks": { "moved": { "args": [{ "name": "to", ${numeric} }], "updates": { @@"level/0": "/0" }, ${description} } }`,
    ),
    {
      code: "beyond-state",
      pointer: "/callbacks/moved/updates/level~10",
    },
  );
  fault(
    "an argument",
    stated(
      `"callbacks": { "moved": { "args": [{ "name": "to", ${numeric} }], "updates": { "level": @@"/1" }, ${description} } }`,
    ),
    {
      code: "unknown-argument",
      pointer: "/callbacks/moved/updates/level",
    },
  );
  fault(
    "a parameter",
    stated(
      method(
        "jump",
        `"kind": "action", "params": [{ "name": "to", ${numeric} }], "also": [{ "state": "level", "params": [@@"too"] }]`,
      ),
    ),
    {
      code: "unknown-parameter",
      pointer: "/methods/jump/also/0/params/0",
      nearest: "to",
    },
  );
  fault("a model", gauge(method("go", `"kind": "model", "model": @@"items"`)), {
    code: "unknown-member",
    pointer: "/methods/go/model",
  });
  fault(
    "an argument of a class that a factory makes",
    {
      "widgets/Item.json": widget(
        "Item",
        `"args": [{ "name": "text", "schema": { "type": "string" }, "default": "", ${description} }]`,
      ),
      ...gauge(
        method(
          "add",
          `"kind": "factory", "creates": "Item", "params": [{ "name": "it", "schema": { "type": "string" }, ${description} }], "init": { @@"txt": "it" }`,
        ),
      ),
    },
    { code: "unknown-member", pointer: "/methods/add/init/txt", nearest: "text" },
  );
});

group("methods", () => {
  fault("an alias of nothing", stated(method("put", `"kind": "setter", "alias_of": @@"set_level"`)), {
    code: "unknown-member",
    pointer: "/methods/put/alias_of",
  });
  fault(
    "an alias of another kind",
    gauge(
      `"methods": { "go": { "kind": "action", ${description} }, "run": { "kind": "setter", "alias_of": @@"go", ${description} } }`,
    ),
    { code: "alias-mismatch", pointer: "/methods/run/alias_of" },
  );
  fault("a setter of nothing", gauge(`"methods": { @@"go": { "kind": "setter", ${description} } }`), {
    code: "incomplete-method",
    pointer: "/methods/go",
  });
  fault(
    "a parameter of another type than the state",
    stated(
      method(
        "set_level",
        `"kind": "setter", "state": "level", "params": [{ "name": "to", "schema": @@{ "type": "string" }, ${description} }]`,
      ),
    ),
    {
      code: "type-mismatch",
      pointer: "/methods/set_level/params/0/schema",
      found: "string",
      expected: "number",
    },
  );
  fault(
    "a getter of another type than the state",
    stated(method("get_level", `"kind": "getter", "state": "level", "returns": @@{ "type": "boolean" }`)),
    {
      code: "type-mismatch",
      pointer: "/methods/get_level/returns",
    },
  );
  fault(
    "a parameter that must be given behind one that need not",
    gauge(
      method(
        "go",
        `"kind": "action", "params": [{ "name": "a", "default": 0, ${numeric} }, @@{ "name": "b", ${numeric} }]`,
      ),
    ),
    { code: "required-after-optional", pointer: "/methods/go/params/1" },
  );
  fault(
    "a change without a value",
    stated(method("go", `"kind": "action", "also": [@@{ "state": "level" }]`)),
    {
      code: "no-effect",
      pointer: "/methods/go/also/0",
    },
  );
});

group("values", () => {
  fault("a default", gauge(`"options": { "size": { "default": @@"big", ${numeric} } }`), {
    code: "bad-default",
    pointer: "/options/size/default",
  });
  fault("a fixed value", stated(method("fill", `"kind": "setter", "state": "level", "value": @@"full"`)), {
    code: "bad-default",
    pointer: "/methods/fill/value",
  });
  fault("no start", gauge(`"state": { @@"level": { ${numeric} } }`), {
    code: "missing-default",
    pointer: "/state/level",
  });
  fault("two starts", stated(`"options": { "start": { "state": "level", "default": @@1, ${numeric} } }`), {
    code: "default-mismatch",
    pointer: "/options/start/default",
    found: "1",
    expected: "0",
  });
});

group("gestures", () => {
  const pressed = (says: string) =>
    stated(
      `"callbacks": { "pressed": { "args": [{ "name": "now", ${numeric} }], ${description} }, "told": { "source": "server", ${description} } },\n${says}`,
    );
  fault(
    "a callback",
    pressed(`"gestures": { "click": [{ "callback": @@"presed", "args": [{ "value": 1 }] }] }`),
    {
      code: "unknown-member",
      pointer: "/gestures/click/0/callback",
      nearest: "pressed",
    },
  );
  fault("too few arguments", pressed(`"gestures": { "press": { "Enter": [@@{ "callback": "pressed" }] } }`), {
    code: "no-effect",
    pointer: "/gestures/press/Enter/0",
  });
  fault("a callback of the server", pressed(`"gestures": { "click": [{ "callback": @@"told" }] }`), {
    code: "no-effect",
    pointer: "/gestures/click/0/callback",
  });
  fault(
    "a state of an argument",
    pressed(`"gestures": { "click": [{ "callback": "pressed", "args": [{ "state": @@"lavel" }] }] }`),
    { code: "unknown-state", pointer: "/gestures/click/0/args/0/state", nearest: "level" },
  );
  fault("a model", pressed(`"gestures": { "click": [{ "model": @@"tree", "operation": "select" }] }`), {
    code: "unknown-member",
    pointer: "/gestures/click/0/model",
  });
  fault("a state that names it", pressed(`"accessible": { "label": @@"lavel" }`), {
    code: "unknown-state",
    pointer: "/accessible/label",
    nearest: "level",
  });
  fault(
    "a condition without a state",
    pressed(`"accessible": { "role": [{ "role": "button", "when": @@{ "arg": "/0", "is": 1 } }] }`),
    { code: "no-effect", pointer: "/accessible/role/0/when" },
  );
});

export { cases };
