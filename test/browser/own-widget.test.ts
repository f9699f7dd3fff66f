/**
 * Adding a widget: one JSON file and one browser class, in a copy of the project, and nothing else.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./chromium.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const copy = mkdtempSync(join(tmpdir(), "pgwidgets-copy-"));
const tool = (name: string) => join(root, "node_modules/.bin", name);

const definition = {
  $schema: "../definition.schema.json",
  name: "Lamp",
  extends: "Widget",
  category: "display",
  description: "A lamp that the user switches.",
  args: [{ name: "label", schema: { type: "string" }, default: "", description: "Text beside it." }],
  state: { on: { schema: { type: "boolean" }, default: false, description: "Whether it is lit." } },
  methods: {
    set_on: {
      kind: "setter",
      state: "on",
      params: [{ name: "lit", schema: { type: "boolean" }, description: "true to light it." }],
      description: "Switches the lamp.",
    },
    is_on: { kind: "getter", state: "on", returns: { type: "boolean" }, description: "Whether it is lit." },
  },
  callbacks: {
    switched: {
      args: [{ name: "lit", schema: { type: "boolean" }, description: "Whether it is lit now." }],
      updates: { on: "/0" },
      description: "The user switched the lamp.",
    },
  },
};

const browserClass = `
import type { LampArgs, LampContract, LampEvents } from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class Lamp extends BaseWidget<LampEvents> implements LampContract {
  #lit = false;

  constructor(init: WidgetInit, args: LampArgs) {
    const element = document.createElement("button");
    super(init, element);
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
}

defineWidget("Lamp", Lamp);
`;

const program = `
import { Application } from "./generated/sync/index.js";

const app = new Application({ wsPort: 0, httpPort: 0, logger: null });
app.onConnect((session) => {
  const W = session.getWidgets();
  const box = W.VBox();
  const lamp = W.Lamp("Lamp", { tooltip: "a lamp of our own" });
  const status = W.Label("dark");
  lamp.on("switched", (lit) => status.setText(lit === lamp.isOn() && lit ? "lit" : "dark"));
  box.addWidget(lamp);
  box.addWidget(status);
  const page = W.Page();
  page.setWidget(box);
  page.show();
});
await app.start();
console.log(app.url);
await app.run();
`;

function run(...args: string[]): void {
  const [command = "", ...rest] = args;
  const result = spawnSync(command, rest, { cwd: copy, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`${args.join(" ")}\n${result.stdout}${result.stderr}`);
}

function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, "utf8")];
    }),
  );
}

beforeAll(() => {
  for (const folder of ["schema", "codegen", "runtime", "browser", "cli", "scripts"]) {
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  }
  for (const file of ["package.json", "tsconfig.json"]) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a copy of the project without its generated code", { timeout: 600_000 }, () => {
  it("gets exactly the same from codegen", () => {
    run(tool("tsx"), "codegen/cli.ts");
    expect(contents(join(copy, "generated"))).toEqual(contents(join(root, "generated")));
  });

  it("gets a new widget from one JSON file and one browser class", async () => {
    writeFileSync(join(copy, "schema/widgets/Lamp.json"), JSON.stringify(definition, null, 2));
    writeFileSync(join(copy, "browser/widgets/lamp.ts"), browserClass);
    writeFileSync(join(copy, "program.ts"), program);
    run(tool("tsx"), "codegen/cli.ts");
    run(tool("tsc"), "-p", "browser");
    run(tool("tsc"), "--noEmit", "-p", ".", "--skipLibCheck");
    run(process.execPath, "-e", 'import("./scripts/build-browser.mjs").then((m) => m.buildBrowser())');

    const server = spawn(tool("tsx"), ["program.ts"], { cwd: copy });
    const browser = await launch();
    try {
      const url = await new Promise<string>((resolve, reject) => {
        server.stdout.once("data", (data: Buffer) => resolve(String(data).trim()));
        server.stderr.on("data", (data: Buffer) => reject(new Error(String(data))));
      });
      const page = await browser.newPage();
      await page.goto(url);
      const lamp = page.getByRole("button", { name: "Lamp" });
      await lamp.click();
      await page.getByText("lit", { exact: true }).waitFor();
      await page.reload();
      await page.getByText("lit", { exact: true }).waitFor();
      expect(await lamp.getAttribute("aria-pressed")).toBe("true");
    } finally {
      await browser.close();
      server.kill("SIGTERM");
    }
  });
});
