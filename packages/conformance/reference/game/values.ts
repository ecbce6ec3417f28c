import type { Field, Mapping } from "@flowright/definition";
import {
  compileExpression,
  type Expression,
  type FeelValue,
  type Json,
  toJson,
} from "@flowright/expressions";
import type { Flow } from "../flow.ts";
import { Failure } from "./failure.ts";
import type { CaseState, Scope, Values } from "./state.ts";

/** The data of a case: reads the scopes from the inside out, writes where a name is declared. */
export class Data {
  readonly #flow: Flow;
  readonly #compiled = new Map<string, Expression>();

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** The value of an expression as seen from a scope, with more names in front. */
  value(state: CaseState, scope: Scope, source: string, more: Values = {}): FeelValue {
    const found = this.#expression(state, scope, source, more).evaluate(
      { ...this.variables(state, scope), ...more },
      { now: state.now },
    );
    if (!found.ok) throw new Failure("expression.failed");
    return found.value;
  }

  /** The value as JSON for a field. */
  json(state: CaseState, scope: Scope, source: string, more: Values = {}, field?: Field): Json {
    const converted = toJson(this.value(state, scope, source, more), field);
    if (!converted.ok) throw new Failure("expression.failed");
    return converted.value;
  }

  condition(state: CaseState, scope: Scope, source: string, more: Values = {}): boolean {
    const value = this.value(state, scope, source, more);
    if (typeof value !== "boolean") throw new Failure("condition.not-boolean");
    return value;
  }

  /** The values of parameters by name. */
  parameters(state: CaseState, scope: Scope, mappings: readonly Mapping[] = []): Values {
    const values: Values = {};
    for (const { target, value } of mappings) put(values, target.split("."), this.json(state, scope, value));
    return values;
  }

  /** Writes what mappings say; nothing where one of them fails. */
  map(state: CaseState, scope: Scope, mappings: readonly Mapping[] = [], more: Values = {}): void {
    const before = structuredClone([...state.scopes].map(([id, { vars }]) => [id, vars] as const));
    try {
      for (const { target, value } of mappings) {
        const path = target.split(".");
        const field = fieldAt(this.fields(state, scope), path);
        this.write(state, scope, path, this.json(state, scope, value, more, field));
      }
    } catch (thrown) {
      for (const [id, vars] of before) {
        const written = state.scopes.get(id);
        if (written) written.vars = vars;
      }
      throw thrown;
    }
  }

  /** Writes into the nearest scope that declares the name, else into the case. */
  write(state: CaseState, from: Scope, path: readonly string[], value: Json): void {
    const name = path[0] ?? "";
    const around = this.#around(state, from);
    const declares = (scope: Scope) =>
      scope.instance === null
        ? Object.hasOwn(this.#flow.place(scope.of).fields, name)
        : Object.hasOwn(scope.vars, name);
    const home = around.find(declares) ?? around.at(-1);
    if (home) put(home.vars, path, value);
  }

  /** The defaults of the names that a place declares. */
  defaults(place: string): Values {
    const fields = Object.entries(this.#flow.place(place).fields);
    const given = fields.filter(([, field]) => field.default !== undefined);
    return structuredClone(Object.fromEntries(given.map(([name, field]) => [name, field.default as Json])));
  }

  /** A scope and those around it, the process last. */
  #around(state: CaseState, scope: Scope): Scope[] {
    const parent = scope.parent === null ? undefined : state.tokens.get(scope.parent);
    const outer = parent === undefined ? undefined : state.scopes.get(parent.scope);
    return outer === undefined ? [scope] : [scope, ...this.#around(state, outer)];
  }

  variables(state: CaseState, scope: Scope): Values {
    return Object.assign(
      {},
      ...this.#around(state, scope)
        .toReversed()
        .map(({ vars }) => vars),
    );
  }

  fields(state: CaseState, scope: Scope): Record<string, Field> {
    const fields: Record<string, Field> = {};
    for (const { of, instance, vars } of this.#around(state, scope).toReversed()) {
      if (instance === null) Object.assign(fields, this.#flow.place(of).fields);
      else for (const name of Object.keys(vars)) delete fields[name];
    }
    return fields;
  }

  #expression(state: CaseState, scope: Scope, source: string, more: Values): Expression {
    const types = this.fields(state, scope);
    for (const name of Object.keys(more)) delete types[name];
    const key = `${Object.keys(types).join()} ${scope.of} ${source}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const compiled = compileExpression(source, types);
    if (!compiled.ok) throw new Failure("expression.failed");
    this.#compiled.set(key, compiled.expression);
    return compiled.expression;
  }
}

function fieldAt(
  fields: Readonly<Record<string, Field>>,
  [name = "", ...rest]: readonly string[],
): Field | undefined {
  const field = fields[name];
  return rest.length === 0 || field === undefined ? field : fieldAt(field.properties ?? {}, rest);
}

function put(values: Values, [name = "", ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    values[name] = value;
    return;
  }
  const inner = values[name] ?? {};
  if (typeof inner !== "object" || Array.isArray(inner)) throw new Failure("mapping.target-not-context");
  const copy = { ...(inner as Values) };
  put(copy, rest, value);
  values[name] = copy as Json;
}
