import { fail } from "../error/failure.ts";
import { BUILT_INS } from "../functions/registry.ts";
import type { FieldType } from "../json/field-type.ts";
import { entryType, fromJsonOf, isJsonList } from "../json/from-json.ts";
import type { Json } from "../json/json.ts";
import { partOfValue } from "../operation/part-of-value.ts";
import type { Code, Place } from "../operation/run.ts";
import type { Syntax, SyntaxOf } from "../syntax/syntax.ts";
import type { FeelContext, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { builtInValue } from "./compile-call.ts";
import { type Compiler, placeOf } from "./compiler.ts";
import { inFilter, isLocal, type Scope } from "./scope.ts";

/** A name: of the expression itself, of the element a filter looks at, or a variable. */
export function compileName(compiler: Compiler, syntax: SyntaxOf<"name">, scope: Scope): Code {
  return nameIn(compiler, syntax, scope, scope);
}

function nameIn(compiler: Compiler, syntax: SyntaxOf<"name">, at: Scope, whole: Scope): Code {
  const { name } = syntax;
  if (at === null) return compileVariable(compiler, syntax, [name], whole);
  const outer = at.kind === "local" && at.name === name ? null : nameIn(compiler, syntax, at.outer, whole);
  const { slot } = at;
  if (at.kind === "local") return outer ?? ((run) => run.locals[slot] ?? null);
  return (run) => {
    const item = run.locals[slot] ?? null;
    if (item !== null && typeof item === "object" && kindOf(item) === "context") {
      const value = (item as FeelContext).get(name);
      if (value !== undefined) return value;
    }
    return name === "item" ? item : (outer as Code)(run);
  };
}

/** The value that a unary test looks at. */
export function compileInput(syntax: SyntaxOf<"input">, scope: Scope): Code {
  for (let at = scope; at; at = at.outer) {
    const { slot } = at;
    if (at.kind === "local" && at.name === "?") return (run) => run.locals[slot] ?? null;
  }
  return fail("unsupported", syntax.at, { what: "?" });
}

/** `a.b.c`; a path that begins at a variable walks the stored JSON and converts only where it ends. */
export function compilePath(compiler: Compiler, syntax: SyntaxOf<"path">, scope: Scope): Code {
  const path = variablePath(syntax, scope);
  if (path) return compileVariable(compiler, syntax, path, scope);
  const of = compiler.compile(syntax.of, scope);
  const { name } = syntax;
  const place = placeOf(compiler, syntax);
  return (run) => partOfValue(of(run), name, run, place);
}

function variablePath(syntax: Syntax, scope: Scope): string[] | null {
  if (syntax.kind === "name") {
    if (inFilter(scope)) return null;
    return isLocal(scope, syntax.name) ? null : [syntax.name];
  }
  if (syntax.kind !== "path") return null;
  const path = variablePath(syntax.of, scope);
  path?.push(syntax.name);
  return path;
}

function compileVariable(compiler: Compiler, syntax: Syntax, path: readonly string[], scope: Scope): Code {
  const [root = "", ...rest] = path;
  const place = placeOf(compiler, syntax);
  if (compiler.options.given?.has(root)) return givenVariable(root, rest, place);
  if (
    root.includes(" ") &&
    !BUILT_INS.has(root) &&
    !inFilter(scope) &&
    !(compiler.types && Object.hasOwn(compiler.types, root))
  ) {
    fail("unknown-name", syntax.at, { name: root });
  }
  noteRead(compiler, path, scope);
  const rootType = compiler.types && Object.hasOwn(compiler.types, root) ? compiler.types[root] : undefined;
  if (rest.length === 0) {
    const fromJson = fromJsonOf(rootType);
    // A variable goes before a function of the same name.
    const builtIn = rootType ? undefined : BUILT_INS.get(root);
    return (run) => {
      run.spend(1, place.at);
      if (Object.hasOwn(run.variables, root)) return fromJson(run.variables[root], root);
      return builtIn ? builtInValue(builtIn, run, place) : null;
    };
  }
  const steps = typedSteps(rootType, path);
  const fromJson = fromJsonOf(steps.at(-1)?.type);
  const fullName = path.join(".");
  return (run) => {
    run.spend(1, place.at);
    let json: Json | undefined = Object.hasOwn(run.variables, root) ? run.variables[root] : null;
    for (let i = 0; i < rest.length; i += 1) {
      if (json === null || json === undefined) return null;
      if (typeof json !== "object" || isJsonList(json)) {
        const value = fromJsonOf(steps[i]?.type)(json, path.slice(0, i + 1).join("."));
        return rest.slice(i).reduce<FeelValue>((of, name) => partOfValue(of, name, run, place), value);
      }
      const name = rest[i] as string;
      json = Object.hasOwn(json, name) ? json[name] : null;
    }
    return fromJson(json, fullName);
  };
}

/** A variable that the caller passes as a value. */
function givenVariable(root: string, rest: readonly string[], place: Place): Code {
  return (run) => {
    run.spend(1, place.at);
    const value = run.values.get(root) ?? null;
    return rest.reduce<FeelValue>((of, name) => partOfValue(of, name, run, place), value);
  };
}

function typedSteps(root: FieldType | undefined, path: readonly string[]): { type: FieldType | undefined }[] {
  const steps = [{ type: root }];
  for (const name of path.slice(1)) steps.push({ type: entryType(steps.at(-1)?.type, name) });
  return steps;
}

/** Inside a filter a name may be an entry of the element; it counts as a read only if the case has the field. */
function noteRead(compiler: Compiler, path: readonly string[], scope: Scope): void {
  const [root = ""] = path;
  if (inFilter(scope)) {
    if (root === "item" || (compiler.types && !Object.hasOwn(compiler.types, root))) return;
  }
  compiler.noteRead(path);
}
