import {
  type ActivityNode,
  type BoundaryTrigger,
  type CatchEvent,
  type Deadline,
  type EndResult,
  isActivity,
  type Mapping,
  type MessageReference,
  type MessageToSend,
  type Node,
  type SignalToSend,
  type StartTrigger,
  type ThrowEvent,
  type Who,
} from "@flowright/definition";
import type { Expression } from "@flowright/expressions";
import type { PartCompiler } from "./part-compiler.ts";
import type { FieldTypes, LoopPart, NodeParts } from "./program.ts";

type Parts = { -readonly [K in keyof NodeParts]: NodeParts[K] };

/** Variables that an instance of an activity sees that is done several times. */
export const COUNTERS: FieldTypes = {
  numberOfInstances: { type: "integer" },
  numberOfActiveInstances: { type: "integer" },
  numberOfCompletedInstances: { type: "integer" },
  numberOfTerminatedInstances: { type: "integer" },
};

/** The compiled expressions of a node; `path` is its place in the definition. */
export function nodeParts(node: Node, path: string, compiler: PartCompiler): NodeParts {
  const parts = new NodePartsCompiler(node.id, path, inside(node, compiler));
  parts.compile(node);
  if (isActivity(node) && node.loop !== undefined)
    set(parts.parts, "loop", loopPart(node, node.loop, path, compiler));
  return parts.parts;
}

/** What the expressions of the activity itself see: of one that is done several times, its item and index, too. */
function inside(node: Node, compiler: PartCompiler): PartCompiler {
  return isActivity(node) && node.loop !== undefined
    ? compiler.with(instanceFields(node, compiler))
    : compiler;
}

/** Variables that each instance has for itself. */
export function instanceFields(node: ActivityNode, compiler: PartCompiler): FieldTypes {
  const { loop } = node;
  if (loop === undefined) return {};
  const index = { index: { type: "integer" } };
  if (loop.type === "standard") return index;
  const item = compiler.typeOf(loop.collection)?.items ?? {};
  return { ...index, [loop.item ?? "item"]: item };
}

function loopPart(
  node: ActivityNode,
  loop: NonNullable<ActivityNode["loop"]>,
  path: string,
  compiler: PartCompiler,
): LoopPart | undefined {
  const at = `${path}/loop`;
  const within = compiler.with(instanceFields(node, compiler));
  if (loop.type === "standard") {
    const condition = within.expression(loop.condition, `${at}/condition`, node.id);
    if (condition === undefined) return undefined;
    return {
      type: "standard",
      condition,
      testBefore: loop.testBefore ?? false,
      maximum: loop.maximum ?? null,
    };
  }
  const collection = compiler.expression(loop.collection, `${at}/collection`, node.id);
  const completion = within.with(COUNTERS).optional(loop.completion, `${at}/completion`, node.id);
  const value = within.optional(loop.output?.value, `${at}/output/value`, node.id);
  if (collection === undefined) return undefined;
  return {
    type: "multiInstance",
    sequential: loop.sequential ?? false,
    collection,
    item: loop.item ?? "item",
    completion: completion ?? null,
    output:
      loop.output === undefined || value === undefined
        ? null
        : { target: loop.output.target.split("."), value },
  };
}

class NodePartsCompiler {
  readonly parts: Parts = {};
  readonly #id: string;
  readonly #path: string;
  readonly #compiler: PartCompiler;

  constructor(id: string, path: string, compiler: PartCompiler) {
    this.#id = id;
    this.#path = path;
    this.#compiler = compiler;
  }

  compile(node: Node): void {
    switch (node.kind) {
      case "start":
        if (node.trigger !== undefined) this.#awaited(node.trigger, "trigger");
        return;
      case "end":
        if (node.result !== undefined) this.#thrown(node.result, "result");
        return;
      case "throw":
        this.#thrown(node.event, "event");
        return;
      case "catch":
      case "boundary":
        this.#awaited(node.event, "event");
        return;
      case "userTask":
        this.#output(node.output, "output");
        this.#work(node);
        return;
      case "approval":
        this.#work(node);
        return;
      case "serviceTask":
        this.#input(node.input);
        this.#output(node.output, "output");
        return;
      case "scriptTask":
        this.parts.output = this.#mappings(node.assignments, "assignments");
        return;
      case "businessRuleTask":
        this.#decision(node);
        return;
      case "sendTask":
        this.#sent(node.message, "message");
        return;
      case "receiveTask":
        this.#message(node.message, "message");
        return;
      case "complex":
        if (node.need.type === "condition") {
          const types = { arrived: { type: "integer" }, awaited: { type: "integer" } };
          const compiler = this.#compiler.with(types);
          this.#set(
            "condition",
            compiler.expression(node.need.condition, this.#at("need/condition"), this.#id),
          );
        }
        return;
      case "adHoc":
        this.#set("completion", this.#expression(node.completion, "completion"));
        return;
      case "callActivity":
        this.#set("businessKey", this.#expression(node.businessKey, "businessKey"));
        this.#input(node.input);
        this.#output(node.output, "output");
        return;
      default:
        return;
    }
  }

  /** The outcome of a table that is drawn into the step has a type. */
  #decision({ table, output }: Extract<Node, { kind: "businessRuleTask" }>): void {
    const own = table === undefined ? null : this.#compiler.decision(table, this.#at("table"), this.#id);
    this.parts.decision = { types: this.#compiler.types, own };
    if (!output || output.length === 0) return;
    const compiler = own === null ? this.#compiler : this.#compiler.with({ result: own.resultType });
    this.parts.output = compiler.mappings(output, this.#id, this.#at("output"));
  }

  #awaited(event: StartTrigger | CatchEvent | BoundaryTrigger, at: string): void {
    switch (event.type) {
      case "timer":
        this.parts.timer = this.#compiler.timer(event, this.#id, this.#at(at));
        return;
      case "message":
        this.#message(event.message, `${at}/message`);
        return;
      case "signal":
        this.#output(event.signal.output, `${at}/signal/output`);
        return;
      case "condition":
        this.#set("condition", this.#expression(event.condition, `${at}/condition`));
        return;
      case "error":
      case "escalation":
        if (event.variable !== undefined)
          this.parts.output = this.#mappings([{ target: event.variable, value: event.type }], at);
        return;
      default:
        return;
    }
  }

  #thrown(event: ThrowEvent | EndResult, at: string): void {
    switch (event.type) {
      case "message":
        this.#sent(event.message, `${at}/message`);
        return;
      case "signal":
        this.#sent(event.signal, `${at}/signal`);
        return;
      case "error":
      case "escalation":
        this.#set("thrownMessage", this.#expression(event.message, `${at}/message`));
        return;
      default:
        return;
    }
  }

  #sent(sent: MessageToSend | SignalToSend, at: string): void {
    const key = "key" in sent ? this.#expression(sent.key, `${at}/key`) : undefined;
    this.parts.sent = {
      ...(key === undefined ? {} : { key }),
      data: this.#mappings(sent.data, `${at}/data`),
    };
  }

  #message(message: MessageReference, at: string): void {
    this.#set("messageKey", this.#expression(message.key, `${at}/key`));
    this.#output(message.output, `${at}/output`);
  }

  #work(node: {
    readonly who: Who;
    readonly deadline?: Deadline;
    readonly checklist?: readonly { id: string; rule?: string }[];
  }): void {
    if (node.who.type === "expression") this.#set("who", this.#expression(node.who.value, "who/value"));
    if (node.deadline?.type === "duration")
      this.parts.due = this.#compiler.duration(node.deadline, this.#id, this.#at("deadline"));
    const rules = (node.checklist ?? []).flatMap((item, index) => {
      const rule = this.#expression(item.rule, `checklist/${index}/rule`);
      return rule ? [[item.id, rule] as const] : [];
    });
    if (rules.length > 0) this.parts.rules = new Map(rules);
  }

  #input(mappings: readonly Mapping[] | undefined): void {
    this.parts.input = this.#mappings(mappings, "input");
  }

  #output(mappings: readonly Mapping[] | undefined, at: string): void {
    if (mappings && mappings.length > 0) this.parts.output = this.#mappings(mappings, at);
  }

  #mappings(mappings: readonly Mapping[] | undefined, at: string) {
    return this.#compiler.mappings(mappings, this.#id, this.#at(at));
  }

  #expression(source: string | undefined, at: string): Expression | undefined {
    return this.#compiler.optional(source, this.#at(at), this.#id);
  }

  #at(place: string): string {
    return `${this.#path}/${place}`;
  }

  #set<K extends keyof NodeParts>(name: K, value: Parts[K] | undefined): void {
    set(this.parts, name, value);
  }
}

function set<K extends keyof NodeParts>(parts: Parts, name: K, value: Parts[K] | undefined): void {
  if (value !== undefined) parts[name] = value;
}
