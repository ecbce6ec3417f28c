import type { Deadline, Mapping, MessageReference, Node, Problem, Timer, Who } from "@flowright/definition";
import { compileExpression, type Expression, type FieldType } from "@flowright/expressions";
import { compileProblem } from "../problem/render.ts";
import type { FieldTypes, MappingProgram, NodeParts, TimePart } from "./program.ts";

type Parts = { -readonly [K in keyof NodeParts]: NodeParts[K] };

/** Compiles what nodes and edges say in FEEL, over the fields of one scope; what is wrong goes to `problems`. */
export class PartCompiler {
  readonly #types: FieldTypes;
  readonly #problems: Problem[];

  constructor(types: FieldTypes, problems: Problem[]) {
    this.#types = types;
    this.#problems = problems;
  }

  expression(source: string, path: string, owner?: string): Expression | undefined {
    const compiled = compileExpression(source, this.#types);
    if (compiled.ok) return compiled.expression;
    const { message, fix, at } = compiled.error;
    const params = {
      expression: source,
      reason: message.en,
      "reason:zh-CN": message["zh-CN"],
      remedy: fix.en,
      "remedy:zh-CN": fix["zh-CN"],
    };
    this.#problems.push({ ...compileProblem("compile.expression", path, params, owner), at });
    return undefined;
  }

  parts(node: Node, path: string): NodeParts {
    const parts: Parts = {};
    switch (node.kind) {
      case "start":
        if (node.trigger?.type === "message")
          this.#message(parts, node.trigger.message, node.id, `${path}/trigger/message`);
        break;
      case "end":
        if (node.result?.type === "error" && node.result.message !== undefined)
          set(parts, "errorMessage", this.expression(node.result.message, `${path}/result/message`, node.id));
        break;
      case "userTask":
        this.#output(parts, node.output, node.id, path);
        this.#work(parts, node, path);
        break;
      case "approval":
        this.#work(parts, node, path);
        break;
      case "serviceTask":
        parts.input = this.#mappings(node.input, node.id, `${path}/input`);
        this.#output(parts, node.output, node.id, path);
        break;
      case "scriptTask":
        parts.output = this.#mappings(node.assignments, node.id, `${path}/assignments`);
        break;
      case "receiveTask":
        this.#message(parts, node.message, node.id, `${path}/message`);
        break;
      case "catch":
        if (node.event.type === "message")
          this.#message(parts, node.event.message, node.id, `${path}/event/message`);
        else this.#timer(parts, node.event, node.id, `${path}/event`);
        break;
      case "boundary":
        if (node.event.type === "message")
          this.#message(parts, node.event.message, node.id, `${path}/event/message`);
        else if (node.event.type === "timer") this.#timer(parts, node.event, node.id, `${path}/event`);
        else if (node.event.variable !== undefined)
          parts.output = this.#mappings(
            [{ target: node.event.variable, value: "error" }],
            node.id,
            `${path}/event`,
          );
        break;
      case "exclusive":
      case "parallel":
      case "eventBased":
      case "subProcess":
        break;
    }
    return parts;
  }

  #work(
    parts: Parts,
    node: {
      readonly id: string;
      readonly who: Who;
      readonly deadline?: Deadline;
      readonly checklist?: readonly { id: string; rule?: string }[];
    },
    path: string,
  ): void {
    if (node.who.type === "expression")
      set(parts, "who", this.expression(node.who.value, `${path}/who/value`, node.id));
    if (node.deadline?.type === "duration")
      parts.due = this.#time("duration", node.deadline.duration, node.id, `${path}/deadline/duration`);
    const rules = (node.checklist ?? []).flatMap((item, index) => {
      if (item.rule === undefined) return [];
      const rule = this.expression(item.rule, `${path}/checklist/${index}/rule`, node.id);
      return rule ? [[item.id, rule] as const] : [];
    });
    if (rules.length > 0) parts.rules = new Map(rules);
  }

  #message(parts: Parts, message: MessageReference, owner: string, path: string): void {
    if (message.key !== undefined)
      set(parts, "messageKey", this.expression(message.key, `${path}/key`, owner));
    this.#output(parts, message.output, owner, path);
  }

  #timer(parts: Parts, timer: Timer, owner: string, path: string): void {
    parts.timer =
      "duration" in timer
        ? this.#time("duration", timer.duration, owner, `${path}/duration`)
        : this.#time("date", timer.date, owner, `${path}/date`);
  }

  #time(type: TimePart["type"], text: string, owner: string, path: string): TimePart {
    const expression = text.startsWith("=") ? this.expression(text.slice(1), path, owner) : undefined;
    return { type, text, expression: expression ?? null };
  }

  #output(parts: Parts, mappings: readonly Mapping[] | undefined, owner: string, path: string): void {
    if (mappings && mappings.length > 0) parts.output = this.#mappings(mappings, owner, `${path}/output`);
  }

  #mappings(mappings: readonly Mapping[] | undefined, owner: string, path: string): MappingProgram[] {
    return (mappings ?? []).flatMap(({ target, value }, index) => {
      const expression = this.expression(value, `${path}/${index}/value`, owner);
      if (!expression) return [];
      return [{ target: target.split("."), expression, sourceType: this.#typeOfPath(value.trim()) }];
    });
  }

  #typeOfPath(path: string): FieldType | undefined {
    return fieldAt(this.#types, path.split("."));
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

function set<K extends keyof NodeParts>(parts: Parts, name: K, value: Parts[K] | undefined): void {
  if (value !== undefined) parts[name] = value;
}
