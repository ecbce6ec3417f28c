import { compileDecisionTable, type Decision } from "@flowright/decisions";
import type { DecisionTable, Mapping, Problem, Timer } from "@flowright/definition";
import { compileExpression, type Expression, type FieldType } from "@flowright/expressions";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { compileProblem } from "../problem/render.ts";
import type { FieldTypes, MappingProgram, TimePart, TimerPart } from "./program.ts";

export type Calendars = ReadonlyMap<string, WorkingCalendar>;

/** A duration as the drawing has it. */
interface Counted {
  readonly duration: string;
  readonly calendar?: string | undefined;
}

/** Compiles what nodes and edges say in FEEL, over the fields of one scope; what is wrong goes to `problems`. */
export class PartCompiler {
  readonly types: FieldTypes;
  readonly problems: Problem[];
  /** Working calendars by id. */
  readonly calendars: Calendars;

  constructor(types: FieldTypes, problems: Problem[], calendars: Calendars) {
    this.types = types;
    this.problems = problems;
    this.calendars = calendars;
  }

  /** For the expressions of a place that sees more. */
  with(more: FieldTypes): PartCompiler {
    return new PartCompiler({ ...this.types, ...more }, this.problems, this.calendars);
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
    if ("duration" in timer) return this.duration(timer, owner, path);
    if ("date" in timer) {
      return { type: "date", ...this.#text(timer.date, owner, `${path}/date`), calendar: null };
    }
    if ("cron" in timer) {
      const calendar = this.#calendar(timer.calendar, owner, `${path}/calendar`);
      return { type: "cron", text: timer.cron, timeZone: timer.timeZone ?? "UTC", calendar };
    }
    return { type: "cycle", ...this.#text(timer.cycle, owner, `${path}/cycle`) };
  }

  /** A duration, by the clock or by a working calendar; `field` is where its text stands. */
  duration(drawn: Counted, owner: string, path: string, field = "duration"): TimePart {
    const text = this.#text(drawn.duration, owner, `${path}/${field}`);
    return { type: "duration", ...text, calendar: this.#calendar(drawn.calendar, owner, `${path}/calendar`) };
  }

  #calendar(id: string | undefined, owner: string, path: string): WorkingCalendar | null {
    if (id === undefined) return null;
    const calendar = this.calendars.get(id);
    if (calendar) return calendar;
    this.problems.push(compileProblem("compile.calendar-unknown", path, { id }, owner));
    return null;
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
