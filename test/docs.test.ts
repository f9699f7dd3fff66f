import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it, vi } from "vitest";
import { Application as AsyncApplication } from "../generated/async/index.js";
import { Application as SyncApplication } from "../generated/sync/index.js";
import { filledIn, modules, PRINTING } from "../scripts/docs.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const documents = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);
const text = (name: string) => readFileSync(join(root, name), "utf8");

const folder = join(root, ".cache", "docs");
const programs = new Map<string, string>();
// What docs/adding-a-widget.md has stands in a project of its own, where test/package runs it step by step.
for (const name of documents.filter((each) => each !== "docs/adding-a-widget.md")) {
  for (const [, program = ""] of text(name).matchAll(/```ts\n([\s\S]*?)```/g)) {
    programs.set(`${name.replace(/\W/g, "-")}-${programs.size + 1}.ts`, program);
  }
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, program] of programs) writeFileSync(join(folder, name), `${program}\nexport {};\n`);
});

it("every program in the documents compiles", { timeout: 120_000 }, () => {
  expect(programs.size).toBeGreaterThan(5);
  // Short programs name things that they do not use.
  const compilerOptions = { noUnusedLocals: false };
  const config = { extends: "../../tsconfig.json", compilerOptions, include: ["."], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
    encoding: "utf8",
  });
  expect(tsc.stdout).toBe("");
  expect(tsc.status).toBe(0);
});

/** Applications that listen on free ports, build one interface, and end at once. */
interface Ended {
  new (
    options?: object,
  ): {
    onConnect(handler: (session: object) => unknown): () => void;
    createSession(): object;
    start(): Promise<void>;
    close(): Promise<void>;
  };
}
function ended(Application: Ended): Ended {
  return class extends Application {
    readonly #handlers: ((session: object) => unknown)[] = [];
    constructor(options: object = {}) {
      super({ ...options, wsPort: 0, httpPort: 0 });
    }
    override onConnect(handler: (session: object) => unknown): () => void {
      this.#handlers.push(handler);
      return super.onConnect(handler);
    }
    async run(): Promise<void> {
      await this.start();
      for (const handler of this.#handlers) await handler(this.createSession());
      await this.close();
    }
    // Known before the start only where the port is.
    get url(): string {
      return "http://127.0.0.1/";
    }
    urlFor(): string {
      return this.url;
    }
  };
}
vi.mock("pgwidgets-ts/sync", async (original) => {
  const real = await original<typeof import("pgwidgets-ts/sync")>();
  return { ...real, Application: ended(real.Application as unknown as Ended) };
});
vi.mock("pgwidgets-ts/async", async (original) => {
  const real = await original<typeof import("pgwidgets-ts/async")>();
  return { ...real, Application: ended(real.Application as unknown as Ended) };
});

it.each([...programs])("%s runs", async (name, program) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  vi.stubEnv("CONTROL_TOKEN", "a token for the test, long enough");
  const exported = (await import(join(folder, name))) as Record<string, unknown>;
  const Application = program.includes("pgwidgets-ts/async") ? AsyncApplication : SyncApplication;
  for (const example of Object.values(exported)) {
    if (typeof example === "function") await example(new Application({ logger: null }).createSession());
  }
  log.mockRestore();
});

it("every link in the documents leads somewhere", () => {
  const broken = documents.flatMap((name) =>
    [...text(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(name), target)))
      .map((target) => `${name}: ${target}`),
  );
  expect(broken).toEqual([]);
});

it("the tables in the documents are those of the code (npm run docs)", () => {
  for (const name of PRINTING) expect(filledIn(text(name))).toBe(text(name));
  for (const [name, module] of Object.entries(modules())) expect(text(name)).toBe(module);
});
