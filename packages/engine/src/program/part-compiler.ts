import { compileDecisionTable, type Decision } from "@flowright/decisions";
import type { DecisionTable, Mapping, Problem, Timer } from "@flowright/definition";
import { compileExpression, type Expression, type FieldType } from "@flowright/expressions";
import { compileProblem } from "../problem/render.ts";
import type { FieldTypes, MappingProgram, TimePart, TimerPart } from "./program.ts";

/** Compiles what nodes and edges say in FEEL, over the fields of one scope; what is wrong goes to `problems`. */
export class PartCompiler {
  readonly types: FieldTypes;
  readonly problems: Problem[];

  constructor(types: FieldTypes, problems: Problem[]) {
    this.types = types;
    this.problems = problems;
  }

  /** For the expressions of a place that sees more. */
  with(more: FieldTypes): PartCompiler {
    return new PartCompiler({ ...this.types, ...more }, this.problems);
  }

  expression(source: string, path: string, owner?: string): Expression | undefined {
    const compiled = compileExpression(source, this.types);
    if (compiled.ok) return compiled.expression;
    const { message, fix, at } = compiled.error;
    const params = {
      expression: source,
      reason: message.en,
      "reason:zh-CN": message["zh-CN"],
      remedy: fix.en,
      "remedy:zh-CN": fix["zh-CN"],
    };
    this.problems.push({ ...compileProblem("compile.expression", path, params, owner), at });
    return undefined;
  }

  /** Absent stays absent. */
  optional(source: string | undefined, path: string, owner: string): Expression | undefined {
    return source === undefined ? undefined : this.expression(source, path, owner);
  }

  /** A decision table; null where something is wrong with it. */
  decision(table: DecisionTable, path: string, owner: string): Decision | null {
    const compiled = compileDecisionTable(table, this.types);
    if (compiled.ok) return compiled.decision;
    for (const problem of compiled.problems) {
      const { message, fix } = problem;
      const params = {
        reason: message.en,
        "reason:zh-CN": message["zh-CN"],
        remedy: fix.en,
        "remedy:zh-CN": fix["zh-CN"],
      };
      this.problems.push(compileProblem("compile.decision", path + problem.path, params, owner));
    }
    return null;
  }

  timer(timer: Timer, owner: string, path: string): TimerPart {
    if ("duration" in timer) return this.time("duration", timer.duration, owner, `${path}/duration`);
    if ("date" in timer) return this.time("date", timer.date, owner, `${path}/date`);
    if ("cron" in timer) return { type: "cron", text: timer.cron, timeZone: timer.timeZone ?? "UTC" };
    return { type: "cycle", ...this.#text(timer.cycle, owner, `${path}/cycle`) };
  }

  time(type: TimePart["type"], text: string, owner: string, path: string): TimePart {
    return { type, ...this.#text(text, owner, path) };
  }

  /** A text, or an expression after `=`. */
  #text(text: string, owner: string, path: string): { text: string; expression: Expression | null } {
    const expression = text.startsWith("=") ? this.expression(text.slice(1), path, owner) : undefined;
    return { text, expression: expression ?? null };
  }

  mappings(mappings: readonly Mapping[] | undefined, owner: string, path: string): MappingProgram[] {
    return (mappings ?? []).flatMap(({ target, value }, index) => {
      const expression = this.expression(value, `${path}/${index}/value`, owner);
      if (!expression) return [];
      return [{ target: target.split("."), expression, sourceType: this.typeOf(value) }];
    });
  }

  /** The type of a source that is nothing but a variable. */
  typeOf(source: string): FieldType | undefined {
    return fieldAt(this.types, source.trim().split("."));
  }
}

/** The field that a dotted path names; undefined where nothing declares it. */
export function fieldAt(types: FieldTypes, path: readonly string[]): FieldType | undefined {
  let within: FieldTypes | undefined = types;
  let field: FieldType | undefined;
  for (const name of path) {
    if (within === undefined || !Object.hasOwn(within, name)) return undefined;
    field = within[name];
    within = field?.properties;
  }
  return field;
}
