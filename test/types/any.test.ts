/**
 * Nothing public is `any`: every type that a program can reach from what the package exports is looked at, through
 * properties, parameters, results and type arguments. What belongs to Node or a library is left alone.
 */
import { join } from "node:path";
import ts from "typescript-oldest";
import { beforeAll, expect, test } from "vitest";
import { installed } from "./installed.js";

const entries = ["generated/sync/index", "generated/async/index", "runtime/testing/index", "generated/types"];
let dist = "";
beforeAll(() => {
  dist = join(installed(), "node_modules/pgwidgets-ts/dist");
}, 900_000);

/** Paths from an export to a type that is any; and how many types were looked at. */
function anyWithin(files: readonly string[]): { found: string[]; seen: number } {
  const program = ts.createProgram([...files], {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Type>();
  const found = new Set<string>();
  const isOurs = (symbol: ts.Symbol | undefined): boolean =>
    symbol?.declarations?.some((each) => each.getSourceFile().fileName.includes("/pgwidgets-ts/dist/")) ??
    true;

  function signature(each: ts.Signature, place: ts.Node, path: string): void {
    for (const param of each.getParameters()) {
      visit(checker.getTypeOfSymbolAtLocation(param, place), place, `${path}(${param.name})`);
    }
    visit(each.getReturnType(), place, `${path}()`);
  }

  function visit(type: ts.Type, place: ts.Node, path: string): void {
    if (type.flags & ts.TypeFlags.Any) {
      found.add(path);
      return;
    }
    if (seen.has(type) || path.length > 400) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) for (const part of type.types) visit(part, place, path);
    for (const part of type.aliasTypeArguments ?? []) visit(part, place, `${path}<>`);
    if (type.flags & ts.TypeFlags.Object && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) {
      for (const part of checker.getTypeArguments(type as ts.TypeReference)) visit(part, place, `${path}<>`);
    }
    if (!isOurs(type.getSymbol())) return;
    for (const property of type.getProperties()) {
      // What is private has no type outside; TypeScript gives a class's prototype any as its type argument.
      if (!isOurs(property) || property.name === "#private" || property.name === "prototype") continue;
      visit(checker.getTypeOfSymbolAtLocation(property, place), place, `${path}.${property.name}`);
    }
    for (const each of [...type.getCallSignatures(), ...type.getConstructSignatures()])
      signature(each, place, path);
    for (const each of checker.getIndexInfosOfType(type)) visit(each.type, place, `${path}[]`);
  }

  for (const file of files) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!source || !module) throw new Error(`${file} is no module`);
    for (const symbol of checker.getExportsOfModule(module)) {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const place = target.valueDeclaration ?? target.declarations?.[0] ?? source;
      if (target.flags & ts.SymbolFlags.Value)
        visit(checker.getTypeOfSymbolAtLocation(target, place), place, symbol.name);
      if (target.flags & ts.SymbolFlags.Type)
        visit(checker.getDeclaredTypeOfSymbol(target), place, symbol.name);
    }
  }
  return { found: [...found].sort(), seen: seen.size };
}

test("the types that a program reaches hold no any", { timeout: 900_000 }, () => {
  const { found, seen } = anyWithin(entries.map((entry) => join(dist, `${entry}.d.ts`)));
  expect(found).toEqual([]);
  expect(seen).toBeGreaterThan(3000);
});
