/**
 * Faults that the format itself finds, each with the place where it must be found.
 */
import { description, faultCases, gauge, level, method, numeric, stated, widget } from "./support.js";

const { cases, group, fault } = faultCases();

group("the text", () => {
  fault("a trailing comma", gauge(`"state": { ${level}@@, }`), { code: "json-syntax", pointer: "" });
  fault(
    "a byte order mark",
    { "widgets/Gauge.json": `@@\ufeff${widget("Gauge")}` },
    { code: "json-syntax", pointer: "" },
  );
  fault("nothing", { "widgets/Gauge.json": "@@" }, { code: "json-syntax", pointer: "" });
  fault("a comment", gauge("@@// no"), { code: "json-syntax", pointer: "" });
  fault("a key twice", gauge(`"abstract": true, @@"abstract": true`), {
    code: "duplicate-key",
    pointer: "/abstract",
  });
});

group("the format", () => {
  fault("at the top", gauge(`@@"stat": { ${level} }`), {
    code: "unknown-key",
    pointer: "/stat",
    nearest: "state",
  });
  fault("in a method", stated(method("set_level", `"kind": "setter", @@"stete": "level"`)), {
    code: "unknown-key",
    pointer: "/methods/set_level/stete",
    nearest: "state",
  });
  fault("the key that says what it is", stated(method("set_level", `@@"kynd": "setter", "state": "level"`)), {
    code: "unknown-key",
    pointer: "/methods/set_level/kynd",
    nearest: "kind",
  });
  fault(
    "a misspelt key that is required is one fault",
    gauge(`"state": { "level": { @@"scheme": {}, "default": 0, ${description} } }`),
    {
      code: "unknown-key",
      pointer: "/state/level/scheme",
      nearest: "schema",
    },
  );
  fault("a required key", gauge(`"state": { "level": @@{ "default": 0, ${description} } }`), {
    code: "missing-key",
    pointer: "/state/level",
    expected: "an object",
  });
  fault("a key of the keyboard", gauge(`"keys": [{ "keys": @@"Arrow-Up", "does": "One step up." }]`), {
    code: "bad-text",
    pointer: "/keys/0/keys",
    found: '"Arrow-Up"',
  });
  fault(
    "a key of the keyboard twice",
    gauge(`"keys": @@[{ "keys": "Home", "does": "First." }, { "keys": "Home", "does": "Last." }]`),
    { code: "wrong-value", pointer: "/keys", expected: "each key once" },
  );
  fault("a list for a table", gauge(`"options": @@[]`), {
    code: "wrong-type",
    pointer: "/options",
    found: "an array",
  });
  fault(
    "a type in a union of names and lists",
    gauge(`"state": { "level": { "schema": { "type": @@"nunber" }, "default": 0, ${description} } }`),
    {
      code: "wrong-value",
      pointer: "/state/level/schema/type",
      nearest: "number",
    },
  );
  fault(
    "neither branch of a union",
    gauge(
      `"state": { "level": { ${numeric}, "normalize": [{ "rule": "snap", "step": @@true, "origin": 0 }] } }`,
    ),
    {
      code: "wrong-type",
      pointer: "/state/level/normalize/0/step",
      expected: "a number, or a string",
    },
  );
  fault("a kind of method", gauge(method("set_level", `"kind": @@"seter"`)), {
    code: "wrong-value",
    pointer: "/methods/set_level/kind",
    nearest: "setter",
    found: '"seter"',
  });
  fault(
    "a rule",
    gauge(`"state": { "level": { ${numeric}, "default": 0, "normalize": [{ "rule": @@"clamped" }] } }`),
    {
      code: "wrong-value",
      pointer: "/state/level/normalize/0/rule",
      nearest: "clamp",
    },
  );
  fault("a state in camelCase", gauge(`"state": { @@"topLevel": { ${numeric}, "default": 0 } }`), {
    code: "bad-name",
    pointer: "/state/topLevel",
  });
  fault(
    "a description without an end",
    gauge(
      `"state": { "level": { "schema": { "type": "number" }, "default": 0, "description": @@"The level" } }`,
    ),
    {
      code: "bad-text",
      pointer: "/state/level/description",
    },
  );
  fault("an empty list", gauge(`"models": @@[]`), { code: "out-of-range", pointer: "/models" });
});

export { cases };
