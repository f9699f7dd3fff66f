/**
 * The package as its users have it: packed, installed into an empty folder outside the repository, and used there.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../browser/chromium.js";
import { lampFiles } from "./lamp.js";
import { Project, pinned } from "./project.js";

const project = new Project();
let browser: Browser;

const compilerOptions = {
  target: "es2023",
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  noEmit: true,
};

const imports = `import { Application as AsyncApplication } from "pgwidgets-ts/async";
import { Button as AsyncButton } from "pgwidgets-ts/async/Button";
import { Application, type Session, type Widgets } from "pgwidgets-ts/sync";
import { Slider, type SliderOptions } from "pgwidgets-ts/sync/Slider";
import { openPage } from "pgwidgets-ts/testing";

const options: SliderOptions = { min: 0, max: 10, orientation: "vertical" };
export function build(session: Session): Slider {
  const W: Widgets = session.getWidgets();
  const slider = W.Slider(options);
  slider.on("activated", (value) => value.toFixed(1));
  // @ts-expect-error: there is no such action
  slider.on("activate", () => {});
  return slider;
}
export const apps = [new Application({ logger: null }), new AsyncApplication({ logger: null })] as const;
export const classes = [Slider, AsyncButton, openPage] as const;
`;

const plain = `import { Application } from "pgwidgets-ts/sync";

const app = new Application({ wsPort: 0, httpPort: 0, logger: null });
app.onConnect((session) => {
  const W = session.getWidgets();
  const page = W.Page();
  page.setWidget(W.Label("Installed"));
  page.show();
});
await app.start();
console.log(app.url);
await app.run();
`;

const withLamp = (face: "sync" | "async"): string => {
  const wait = face === "async" ? "await " : "";
  return `import { Application, Button, type Lamp, type Widgets } from "./generated/${face}/index.js";

const app = new Application({ wsPort: 0, httpPort: 0, logger: null, staticPath: "page" });
app.onConnect(async (session) => {
  const W: Widgets = session.getWidgets();
  const box = ${wait}W.VBox({ spacing: 8 });
  const lamp: Lamp = ${wait}W.Lamp("Desk", { glow: { tint: "orange", warmUp: 2 }, tooltip: "a lamp of our own" });
  const status = ${wait}W.Label("dark");
  lamp.on("switched", (lit) => status.setText(lit && lamp.isOn() ? "lit" : "dark"));
  const button: Button = ${wait}W.Button("Light it");
  button.on("activated", () => lamp.setOn(true));
  ${wait}box.addWidget(lamp);
  ${wait}box.addWidget(status);
  ${wait}box.addWidget(button);
  const page = ${wait}W.Page();
  ${wait}page.setWidget(box);
  ${wait}page.show();
});
await app.start();
console.log(app.url);
await app.run();
`;
};

beforeAll(async () => {
  project.write("package.json", JSON.stringify({ name: "somebody-else", private: true, type: "module" }));
  const packed = await project.pack();
  await project.install(packed, pinned("typescript"), pinned("@types/node"), pinned("tsx"));
  browser = await launch();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await project.remove();
});

const tsc = (...args: readonly string[]): Promise<string> =>
  project.run(process.execPath, "node_modules/typescript/bin/tsc", ...args);
const command = (...args: readonly string[]): [string, ...string[]] => [
  "npx",
  "--no-install",
  "pgwidgets-ts",
  ...args,
];
const codegen = command("codegen", "--schema", "schema", "--out", "generated");
const build = command("build", "--widgets", "widgets", "--out", "page");

describe("the installed package", { timeout: 300_000 }, () => {
  it("brings no compiler, no bundler and none of the page's libraries with it", () => {
    for (const name of ["ts-morph", "jsonc-parser", "@codemirror/state", "lucide-static"]) {
      expect(project.has(`node_modules/${name}`), name).toBe(false);
    }
  });

  it("has types for each entry that hold under the strictest options", async () => {
    project.write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { ...compilerOptions, types: ["node"] }, include: ["*.ts"] }),
    );
    project.write("imports.ts", imports);
    project.write("plain.ts", plain);
    await tsc();
  });

  it("serves its page", async () => {
    const url = await project.start(process.execPath, "node_modules/tsx/dist/cli.mjs", "plain.ts");
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<title>pgwidgets</title>");
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByText("Installed", { exact: true }).waitFor();
    await page.close();
  });

  it("says how it is used, and what a command needs", async () => {
    expect(await project.run(...command("--help"))).toContain("usage: pgwidgets-ts codegen --schema DIR");
    expect(await project.runFailing(...command("cogen"))).toContain('there is no command "cogen"');
    expect(await project.runFailing(...command("codegen"))).toContain("needs --schema");
    for (const [path, text] of Object.entries(lampFiles)) project.write(path, text);
    expect(await project.runFailing(...codegen)).toContain("npm install --save-dev ts-morph jsonc-parser");
    expect(await project.runFailing(...command("build", "--widgets", "none", "--out", "page"))).toMatch(
      /npm install --save-dev esbuild|There is no folder "none"/,
    );
  });

  describe("in a project with a widget of its own", () => {
    beforeAll(async () => {
      await project.install("--save-dev", pinned("ts-morph"), pinned("jsonc-parser"), pinned("esbuild"));
      for (const [path, text] of Object.entries(lampFiles)) project.write(path, text);
      await project.run(...codegen);
    }, 300_000);

    it("generates that one and imports the others", async () => {
      expect(project.read("generated/sync/Lamp.ts")).toContain('from "pgwidgets-ts/sync/bases"');
      expect(project.has("generated/sync/Button.ts")).toBe(false);
      expect(await project.run(...codegen, "--check")).toBe("");
    });

    it("refuses a faulty definition with its place", async () => {
      const [path = "", text = ""] = Object.entries(lampFiles)[0] ?? [];
      project.write(path, text.replace('"Widget"', '"Widgt"'));
      expect(await project.runFailing(...codegen)).toMatch(/Lamp\.json:4:14 unknown-base[\s\S]*Widget/);
      project.write(path, text);
    });

    it.each(["sync", "async"] as const)("shows both side by side, typed, in a browser: %s", async (face) => {
      project.write(`${face}-lamp.ts`, withLamp(face));
      project.write(
        "tsconfig.json",
        JSON.stringify({
          compilerOptions: { ...compilerOptions, types: ["node"] },
          include: ["*.ts", "generated"],
        }),
      );
      const page = { ...compilerOptions, lib: ["es2023", "dom", "dom.iterable"], types: [] };
      project.write("widgets/tsconfig.json", JSON.stringify({ compilerOptions: page, include: ["*.ts"] }));
      await tsc();
      await tsc("-p", "widgets");
      expect(await project.run(...build)).toMatch(/^page: the page with 1 file of your own/);
      // A second time over the page of before.
      await project.run(...build);

      const url = await project.start(process.execPath, "node_modules/tsx/dist/cli.mjs", `${face}-lamp.ts`);
      const tab = await browser.newPage();
      const faults: string[] = [];
      tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      await tab.goto(url);
      const lamp = tab.getByRole("button", { name: "Desk" });
      await lamp.click();
      await tab.getByText("lit", { exact: true }).waitFor();
      const colour = await tab.evaluate<string>(
        "getComputedStyle(document.querySelector('.lamp')).backgroundColor",
      );
      expect(colour).toBe("rgb(255, 165, 0)");
      await lamp.click();
      await tab.getByText("dark", { exact: true }).waitFor();
      await tab.getByRole("button", { name: "Light it" }).click();
      await expect.poll(() => lamp.getAttribute("aria-pressed"), { timeout: 30_000 }).toBe("true");
      await tab.reload();
      await expect.poll(() => lamp.getAttribute("aria-pressed"), { timeout: 30_000 }).toBe("true");
      expect(faults).toEqual([]);
      await tab.close();
    });

    it("says on both sides what differs when the page was made from other definitions", async () => {
      const [path = "", text = ""] = Object.entries(lampFiles)[0] ?? [];
      project.write("widgets/lamp.ts", lampFiles["widgets/lamp.ts"] ?? "");
      await project.run(...build);
      const lit = '{ "type": "boolean" }';
      const changed = JSON.parse(text) as { methods: Record<string, object> };
      changed.methods.set_on = {
        ...changed.methods.set_on,
        params: [
          { name: "lit", schema: JSON.parse(lit) as object, description: "true to light it." },
          {
            name: "slowly",
            schema: JSON.parse(lit) as object,
            default: false,
            description: "Whether to fade.",
          },
        ],
        state: undefined,
        also: [{ state: "on", params: ["lit"] }],
      };
      changed.methods.blink = { kind: "action", description: "Blinks." };
      project.write(path, JSON.stringify(changed));
      await project.run(...codegen);
      const loud = withLamp("sync").replace(
        "logger: null",
        'logger: { ...console, warn: (text) => console.log("WARNED " + text) }',
      );
      project.write("changed.ts", loud);
      const url = await project.start(process.execPath, "node_modules/tsx/dist/cli.mjs", "changed.ts");
      const tab = await browser.newPage();
      const warnings: string[] = [];
      tab.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      await tab.goto(url);
      await tab.locator(".pgw-notice", { hasText: "This page does not fit the program" }).waitFor();
      await tab.getByRole("button", { name: "Reload" }).waitFor();
      expect(warnings.join()).toContain("Lamp.set_on(): differs\nLamp.blink(): only on the server");
      await expect
        .poll(() => project.said, { timeout: 30_000 })
        .toMatch(
          /WARNED Session .* other definitions; build it again\. Lamp\.set_on\(\): differs; Lamp\.blink\(\): only on the server/,
        );
      await tab.close();
      project.write(path, text);
      await project.run(...codegen);
    });

    it("builds over nothing but a page, and imports nothing of the server into it", async () => {
      await project.run(...build);
      project.write("precious/notes.txt", "keep me");
      const refused = await project.runFailing(
        ...command("build", "--widgets", "widgets", "--out", "precious"),
      );
      expect(refused).toContain("holds other files (notes.txt)");
      expect(project.read("precious/notes.txt")).toBe("keep me");
      project.write("wrong/lamp.ts", 'import { Button } from "pgwidgets-ts/sync";\nconsole.log(Button);\n');
      const wrong = await project.runFailing(...command("build", "--widgets", "wrong", "--out", "page"));
      expect(wrong).toContain('not from "pgwidgets-ts/sync"');
      expect(project.has("page/index.html")).toBe(true);
    });
  });
});
