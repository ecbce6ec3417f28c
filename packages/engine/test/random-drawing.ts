import { type Edge, isActivity, type Node, type WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";

/** A part of a drawing with one way in and one way out. */
export type Block =
  | { readonly kind: "step"; readonly node: (id: string) => Node }
  | { readonly kind: "sequence"; readonly parts: readonly Block[] }
  | {
      readonly kind: "choice";
      readonly parts: readonly Block[];
      readonly condition: string;
      readonly open: boolean;
    }
  | { readonly kind: "parallel"; readonly parts: readonly Block[] }
  | { readonly kind: "race"; readonly parts: readonly Block[] }
  | { readonly kind: "some"; readonly parts: readonly Block[]; readonly conditions: readonly string[] }
  | { readonly kind: "enough"; readonly parts: readonly Block[]; readonly gateway: Enough }
  | { readonly kind: "casework"; readonly steps: readonly Step[]; readonly container: Casework }
  | { readonly kind: "repeat"; readonly part: Block; readonly condition: string }
  /** A step, and another one that undoes it. */
  | { readonly kind: "undoable"; readonly step: Step; readonly handler: Step }
  | {
      readonly kind: "inside";
      readonly part: Block;
      readonly result: EndResult;
      readonly events: readonly Boundary[];
      readonly loop?: Loop | undefined;
      readonly listeners?: readonly Listener[];
      readonly as?: "subProcess" | "transaction";
      /** An event sub-process that undoes the inside. */
      readonly undoes?: Block | undefined;
    };

type Step = (id: string) => Node;
type Loop = NonNullable<Extract<Node, { kind: "userTask" }>["loop"]>;
type Enough = Pick<Extract<Node, { kind: "complex" }>, "need" | "rest">;

/** What orders the steps: people, or dependencies, each by the places of its two steps. */
type Casework =
  | Pick<Extract<Node, { kind: "adHoc" }>, "kind" | "ordering" | "start" | "completion" | "cancelRemaining">
  | { readonly kind: "plan"; readonly pairs: readonly (readonly [number, number, string | null])[] };

type EndResult = "none" | "terminate" | "error" | "escalation" | "compensation" | "cancel";

type Trigger = Extract<Node, { kind: "boundary" }>["event"];

/** What an event sub-process listens for, and what it does. */
type Listener = readonly [Boundary, Block];

interface Boundary {
  readonly trigger: Trigger;
  readonly interrupting: boolean;
}

/** Some hold, some do not, some cannot be worked out where a or b is not set. */
const condition = fc.constantFrom(
  "a > 1",
  "b",
  "a < b",
  "true",
  "false",
  "missing > 2",
  "count(list) > 1",
  "c",
);

const who = fc.constantFrom<Extract<Node, { kind: "userTask" }>["who"]>(
  { type: "role", role: "staff" },
  { type: "role", role: "nobody" },
  { type: "people", people: ["ann"] },
  { type: "people", people: ["ann", "bob", "cai"] },
  { type: "initiator" },
  { type: "field", field: "owner" },
  { type: "expression", value: "owners" },
  { type: "expression", value: "owner + 1" },
);

const rule = fc.constantFrom<Extract<Node, { kind: "approval" }>["rule"]>(
  { type: "any" },
  { type: "all" },
  { type: "nOfM", n: 2 },
);

const loop = fc.constantFrom<Loop | undefined>(
  undefined,
  undefined,
  undefined,
  { type: "multiInstance", collection: "list", output: { target: "result", value: "item" } },
  { type: "multiInstance", collection: "list", sequential: true, completion: "b" },
  { type: "multiInstance", collection: "a", completion: "numberOfCompletedInstances > 1" },
  { type: "multiInstance", collection: "missing" },
  { type: "multiInstance", collection: "7", item: "owner", output: { target: "c.d", value: "index" } },
  { type: "standard", condition: "index < a", maximum: 3 },
  { type: "standard", condition: "b", testBefore: true },
);

const TABLE: NonNullable<Extract<Node, { kind: "businessRuleTask" }>["table"]> = {
  hitPolicy: "unique",
  inputs: [{ id: "a", expression: "a", type: "number" }],
  outputs: [{ name: "b", type: "boolean" }],
  rules: [
    { id: "low", when: ["< 2"], then: ["false"] },
    { id: "high", when: [">= 2"], then: ["b = null"] },
  ],
};
const OUTCOME = [{ target: "b", value: "result" }];

const makers: fc.Arbitrary<Step> = fc
  .oneof(
    who.map(
      (who) =>
        (id: string): Node => ({ id, kind: "userTask", who, form: "f" }),
    ),
    fc.tuple(who, rule).map(
      ([who, rule]) =>
        (id: string): Node => ({ id, kind: "approval", who, rule, resultVariable: "result" }),
    ),
    fc.constantFrom(undefined, "missing.part + 1", "a").map(
      (value) =>
        (id: string): Node => ({
          id,
          kind: "serviceTask",
          jobType: "work",
          ...(value ? { input: [{ target: "x.y", value }] } : {}),
          output: [{ target: "b", value: "result.ok" }],
        }),
    ),
    fc.constantFrom("a + 1", "missing.part", '"text"').map(
      (value) =>
        (id: string): Node => ({ id, kind: "scriptTask", assignments: [{ target: "a", value }] }),
    ),
    fc
      .constantFrom<Extract<Node, { kind: "catch" }>["event"]>(
        { type: "timer", duration: "PT1H" },
        { type: "timer", duration: "=wait" },
        { type: "timer", duration: "nonsense" },
        { type: "timer", cycle: "R2/PT1H" },
        { type: "timer", cron: "0 9 * * *", timeZone: "Asia/Shanghai" },
        { type: "signal", signal: { name: "s", output: [{ target: "a", value: "signal.a" }] } },
        { type: "condition", condition: "a > 1" },
        { type: "condition", condition: "missing > 2" },
      )
      .map(
        (event) =>
          (id: string): Node => ({ id, kind: "catch", event }),
      ),
    fc
      .constantFrom<Extract<Node, { kind: "throw" }>["event"]>(
        { type: "none" },
        { type: "message", message: { name: "m", key: "owner", data: [{ target: "a", value: "a" }] } },
        { type: "signal", signal: { name: "s", data: [{ target: "a", value: "missing.part" }] } },
        { type: "escalation", code: "E" },
        { type: "escalation", code: "F", message: "owner + 1" },
        { type: "compensation" },
        { type: "compensation" },
      )
      .map(
        (event) =>
          (id: string): Node => ({ id, kind: "throw", event }),
      ),
    fc.constantFrom(undefined, "owner", "missing.part").map(
      (key) =>
        (id: string): Node => ({
          id,
          kind: "callActivity",
          process: "other",
          ...(key ? { businessKey: key, input: [{ target: "x", value: key }] } : {}),
          output: [{ target: "b", value: "result.ok" }],
        }),
    ),
    fc.constantFrom<"incident" | "null">("incident", "null").map(
      (noMatch) =>
        (id: string): Node => ({ id, kind: "businessRuleTask", table: TABLE, noMatch, output: OUTCOME }),
    ),
    fc.constantFrom('"k"', "missing").map(
      (key) =>
        (id: string): Node => ({ id, kind: "sendTask", message: { name: "m", key } }),
    ),
    fc.constantFrom(undefined, '"k"', "missing").map(
      (key) =>
        (id: string): Node => ({
          id,
          kind: "receiveTask",
          message: { name: "m", ...(key ? { key } : {}), output: [{ target: "a", value: "message.a" }] },
        }),
    ),
  )
  .chain((make) =>
    loop.map(
      (loop) =>
        (id: string): Node =>
          repeated(make(id), loop),
    ),
  );

const step: fc.Arbitrary<Block> = makers.map((node) => ({ kind: "step", node }));

function repeated(node: Node, loop: Loop | undefined): Node {
  return isActivity(node) && loop !== undefined ? { ...node, loop } : node;
}

const enough = fc.record({
  need: fc.constantFrom<Enough["need"]>(
    { type: "count", count: 1 },
    { type: "count", count: 2 },
    { type: "condition", condition: "arrived >= a" },
    { type: "condition", condition: "arrived = awaited" },
  ),
  rest: fc.constantFrom<NonNullable<Enough["rest"]>>("wait", "cancel"),
});

const casework: fc.Arbitrary<Casework> = fc.oneof(
  fc.record({
    kind: fc.constant("adHoc" as const),
    ordering: fc.constantFrom("parallel" as const, "sequential" as const),
    start: fc.constantFrom("byHand" as const, "byHand" as const, "all" as const),
    cancelRemaining: fc.boolean(),
    completion: fc.constantFrom("b", "c", "a > 1"),
  }),
  fc.record({
    kind: fc.constant("plan" as const),
    pairs: fc.array(
      fc.tuple(
        fc.nat({ max: 3 }),
        fc.nat({ max: 3 }),
        fc.constantFrom(null, null, null, "PT1H", "=wait", "=owner"),
      ),
      { maxLength: 4 },
    ),
  }),
);

const boundary = fc.record({
  trigger: fc.constantFrom<Trigger>(
    { type: "timer", duration: "PT1H" },
    { type: "timer", cycle: "R2/PT1H" },
    { type: "message", message: { name: "stop" } },
    { type: "message", message: { name: "stop", key: "missing" } },
    { type: "signal", signal: { name: "s" } },
    { type: "condition", condition: "a > 1" },
    { type: "error" },
    { type: "error", code: "E" },
    { type: "escalation" },
    { type: "escalation", code: "E" },
    { type: "cancel" },
  ),
  interrupting: fc.boolean(),
});

export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const part = tie("block");
  const some = fc.array(part, { minLength: 2, maxLength: 3 });
  const compound: fc.Arbitrary<Block>[] = [
    some.map((parts) => ({ kind: "sequence", parts })),
    fc.tuple(some, condition, fc.boolean()).map(([parts, condition, open]) => ({
      kind: "choice",
      parts,
      condition,
      open,
    })),
    some.map((parts) => ({ kind: "parallel", parts })),
    some.map((parts) => ({ kind: "race", parts })),
    fc
      .tuple(some, fc.array(condition, { minLength: 3, maxLength: 3 }))
      .map(([parts, conditions]) => ({ kind: "some", parts, conditions })),
    fc.tuple(some, enough).map(([parts, gateway]) => ({ kind: "enough", parts, gateway })),
    fc
      .tuple(fc.array(makers, { maxLength: 4 }), casework)
      .map(([steps, container]) => ({ kind: "casework", steps, container })),
    fc.tuple(part, condition).map(([part, condition]) => ({ kind: "repeat", part, condition })),
    fc.tuple(makers, makers).map(([step, handler]) => ({ kind: "undoable", step, handler })),
    fc.tuple(makers, makers).map(([step, handler]) => ({ kind: "undoable", step, handler })),
    fc
      .tuple(
        part,
        fc.constantFrom<EndResult>(
          "none",
          "none",
          "terminate",
          "error",
          "escalation",
          "compensation",
          "cancel",
        ),
        fc.array(boundary, { maxLength: 2 }),
        fc.array(fc.tuple(boundary, step), { maxLength: 2 }),
        loop,
        fc.constantFrom("subProcess" as const, "transaction" as const),
        fc.option(step, { nil: undefined, freq: 4 }),
      )
      .map(([part, result, events, listeners, loop, as, undoes]) => ({
        kind: "inside",
        part,
        result,
        events,
        listeners,
        loop,
        as,
        undoes,
      })),
  ];
  return { block: fc.oneof({ maxDepth: 4, depthSize: "small" }, step, ...compound) };
}).block;

/** Draws a block between a start and an end. */
export function drawn(block: Block): WorkflowDefinition {
  const paper = new Paper();
  paper.between(block, { result: "none" });
  return definitionOf(paper.nodes, paper.edges);
}

export function definitionOf(nodes: Node[], edges: Edge[]): WorkflowDefinition {
  return {
    schema: "flowright/workflow/v1",
    id: "random",
    name: "Random",
    variables: {
      type: "object",
      properties: {
        a: { type: "number" },
        b: { type: "boolean" },
        c: { type: "boolean", default: false },
        owner: { type: "string" },
        owners: { type: "array", items: { type: "string" } },
        wait: { type: "string", format: "duration", default: "PT2H" },
        list: { type: "array", items: { type: "number" }, default: [1, 2] },
        missing: {},
        result: { type: "string" },
      },
    },
    nodes,
    edges,
  };
}

class Paper {
  nodes: Node[] = [];
  edges: Edge[] = [];
  #count = 0;
  readonly #prefix: string;

  constructor(prefix = "n") {
    this.#prefix = prefix;
  }

  between(block: Block, { result }: { result: EndResult }): void {
    const start = this.#add((id) => ({ id, kind: "start" }));
    const last = this.draw(block, start);
    const end = this.#add((id) => ({
      id,
      kind: "end",
      ...(result === "none"
        ? {}
        : {
            result:
              result === "error" || result === "escalation" ? { type: result, code: "E" } : { type: result },
          }),
    }));
    this.#line(last, end);
  }

  /** An event sub-process beside the rest. */
  listen([{ trigger, interrupting }, part]: Listener): void {
    if (trigger.type !== "cancel") this.#beside({ trigger, interrupting }, part);
  }

  /** An event sub-process that undoes what is beside it. */
  undo(part: Block): void {
    this.#beside({ trigger: { type: "compensation" } }, part);
  }

  #beside(
    { trigger, interrupting = true }: Pick<Extract<Node, { kind: "start" }>, "trigger" | "interrupting">,
    part: Block,
  ): void {
    const inner = new Paper(`${this.#prefix}${this.#count}_`);
    if (trigger === undefined) return;
    inner.draw(
      part,
      inner.#add((id) => ({ id, kind: "start", trigger, interrupting })),
    );
    this.#add((id) => ({ id, kind: "eventSubProcess", nodes: inner.nodes, edges: inner.edges }));
  }

  /** Draws after a node; gives the node that the next part follows. */
  draw(block: Block, after: string): string {
    switch (block.kind) {
      case "step": {
        const id = this.#add(block.node);
        this.#line(after, id);
        return id;
      }
      case "undoable": {
        const id = this.#add(block.step);
        this.#line(after, id);
        if (this.nodes.some((node) => node.id === id && isActivity(node))) this.#undoneBy(id, block.handler);
        return id;
      }
      case "sequence":
        return block.parts.reduce((last, part) => this.draw(part, last), after);
      case "choice": {
        const split = this.#add((id) => ({ id, kind: "exclusive" }));
        const merge = this.#add((id) => ({ id, kind: "exclusive" }));
        this.#line(after, split);
        for (const [index, part] of block.parts.entries()) {
          const from = this.edges.length;
          this.#line(this.draw(part, split), merge);
          const isDefault = !block.open && index === block.parts.length - 1;
          const first = this.edges[from];
          if (first) Object.assign(first, isDefault ? { default: true } : { condition: block.condition });
        }
        return merge;
      }
      case "parallel": {
        const split = this.#add((id) => ({ id, kind: "parallel" }));
        const join = this.#add((id) => ({ id, kind: "parallel" }));
        this.#line(after, split);
        for (const part of block.parts) this.#line(this.draw(part, split), join);
        return join;
      }
      case "some":
      case "enough": {
        const split = this.#add((id) => ({ id, kind: block.kind === "some" ? "inclusive" : "parallel" }));
        const join = this.#add((id) =>
          block.kind === "some" ? { id, kind: "inclusive" } : { id, kind: "complex", ...block.gateway },
        );
        this.#line(after, split);
        for (const [index, part] of block.parts.entries()) {
          const from = this.edges.length;
          this.#line(this.draw(part, split), join);
          const first = this.edges[from];
          const marks = index === 2 ? { default: true } : { condition: this.#conditionAt(block, index) };
          if (block.kind === "some" && first) Object.assign(first, marks);
        }
        return join;
      }
      case "casework": {
        const { container, steps } = block;
        const id = this.#add((id) => {
          const nodes = steps.map((make, index) => make(`${id}_${index}`));
          if (container.kind === "adHoc") return { id, ...container, nodes, edges: [] };
          return planOf(id, nodes, container.pairs);
        });
        this.#line(after, id);
        return id;
      }
      case "race": {
        const gateway = this.#add((id) => ({ id, kind: "eventBased" }));
        const merge = this.#add((id) => ({ id, kind: "exclusive" }));
        this.#line(after, gateway);
        for (const [index, part] of block.parts.entries()) {
          const event = this.#add((id) => ({
            id,
            kind: "catch",
            event:
              index === 0
                ? { type: "timer", duration: "PT1H" }
                : index === 2
                  ? { type: "condition", condition: "b" }
                  : {
                      type: "message",
                      message: { name: `m${index}`, output: [{ target: "a", value: "message.a" }] },
                    },
          }));
          this.#line(gateway, event);
          this.#line(this.draw(part, event), merge);
        }
        return merge;
      }
      case "repeat": {
        const merge = this.#add((id) => ({ id, kind: "exclusive" }));
        this.#line(after, merge);
        const last = this.draw(block.part, merge);
        const again = this.#add((id) => ({ id, kind: "exclusive" }));
        const next = this.#add((id) => ({ id, kind: "exclusive" }));
        this.#line(last, again);
        this.#line(again, merge, { condition: block.condition });
        this.#line(again, next, { default: true });
        return next;
      }
      case "inside": {
        const inner = new Paper(`${this.#prefix}${this.#count}_`);
        inner.between(block.part, { result: block.result });
        for (const listener of block.listeners ?? []) inner.listen(listener);
        if (block.undoes !== undefined) inner.undo(block.undoes);
        const kind = block.as ?? "subProcess";
        const id = this.#add((id) => ({ id, kind, ...inner.content(), ...looped(block.loop) }));
        this.#line(after, id);
        for (const { trigger, interrupting } of block.events) {
          if (trigger.type === "cancel" && kind !== "transaction") continue;
          const boundary = this.#add((own) => ({
            id: own,
            kind: "boundary",
            attachedTo: id,
            interrupting,
            event: trigger,
          }));
          const end = this.#add((own) => ({ id: own, kind: "end" }));
          this.#line(boundary, end);
        }
        return id;
      }
    }
  }

  #undoneBy(attachedTo: string, make: Step): void {
    const handler = this.#add((id) => {
      const made = make(id);
      return isActivity(made) ? made : { id, kind: "serviceTask", jobType: "undo" };
    });
    const event = { type: "compensation" } as const;
    this.#line(
      this.#add((id) => ({ id, kind: "boundary", attachedTo, event })),
      handler,
    );
  }

  content(): { nodes: Node[]; edges: Edge[] } {
    return { nodes: this.nodes, edges: this.edges };
  }

  #conditionAt(block: Block, index: number): string {
    return block.kind === "some" ? (block.conditions[index] ?? "true") : "true";
  }

  #add(node: (id: string) => Node): string {
    const id = `${this.#prefix}${this.#count++}`;
    this.nodes.push(node(id));
    return id;
  }

  #line(source: string, target: string, more: Partial<Edge> = {}): void {
    this.edges.push({ id: `e${this.#prefix}${this.edges.length}`, source, target, ...more });
  }
}

function looped(loop: Loop | undefined): { loop?: Loop } {
  return loop === undefined ? {} : { loop };
}

/** Work only, every second step optional but the first, and no circles. */
function planOf(
  id: string,
  steps: readonly Node[],
  pairs: readonly (readonly [number, number, string | null])[],
): Node {
  const nodes = steps
    .filter((node) => isActivity(node))
    .map((node, index) => ({ ...node, ...(index % 2 === 1 ? { optional: true } : {}) }));
  const edges = pairs.flatMap(([a, b, lag], index): Edge[] => {
    const [source, target] = [nodes[Math.min(a, b)]?.id, nodes[Math.max(a, b)]?.id];
    if (source === undefined || target === undefined || source === target) return [];
    return [{ id: `${id}e${index}`, source, target, ...(lag === null ? {} : { dependency: { lag } }) }];
  });
  return { id, kind: "plan", nodes, edges };
}

const loose = fc.constantFrom<(id: string) => Node>(
  (id) => ({ id, kind: "userTask", who: { type: "people", people: ["ann", "bob"] } }),
  (id) => ({ id, kind: "serviceTask", jobType: "work" }),
  (id) => ({ id, kind: "approval", who: { type: "role", role: "staff" }, rule: { type: "all" } }),
  (id) => ({ id, kind: "exclusive" }),
  (id) => ({ id, kind: "exclusive" }),
  (id) => ({ id, kind: "parallel" }),
  (id) => ({ id, kind: "parallel" }),
  (id) => ({ id, kind: "inclusive" }),
  (id) => ({ id, kind: "inclusive" }),
  (id) => ({ id, kind: "complex", need: { type: "count", count: 2 } }),
  (id) => ({ id, kind: "complex", need: { type: "count", count: 1 }, rest: "cancel" }),
  (id) => ({ id, kind: "end" }),
  (id) => ({ id, kind: "end", result: { type: "terminate" } }),
  (id) => ({ id, kind: "end", result: { type: "error", code: "E" } }),
  (id) => ({ id, kind: "catch", event: { type: "message", message: { name: "m" } } }),
  (id) => ({
    id,
    kind: "scriptTask",
    assignments: [{ target: "a", value: "if a = null then 1 else a + 1" }],
  }),
);

/** Nodes and lines anyhow: joins that never fill, circles of gateways, branches without an end. */
export const tangle: fc.Arbitrary<WorkflowDefinition> = fc
  .array(loose, { minLength: 2, maxLength: 10 })
  .chain((makers) => {
    const nodes: Node[] = [{ id: "start", kind: "start" }, ...makers.map((make, index) => make(`n${index}`))];
    const target = fc.integer({ min: 1, max: nodes.length - 1 });
    const line = fc.record({
      source: fc.integer({ min: 0, max: nodes.length - 1 }),
      target,
      more: fc.oneof(
        fc.constant({}),
        fc.constant({ default: true }),
        condition.map((condition) => ({ condition })),
        fc.constantFrom("approved", "rejected").map((outcome) => ({ outcome })),
      ),
    });
    return fc
      .tuple(target, fc.array(line, { minLength: nodes.length, maxLength: nodes.length * 2 }))
      .map(([first, lines]) =>
        definitionOf(nodes, [
          { id: "e0", source: "start", target: nodes[first]?.id ?? "" },
          ...lines
            .filter(({ source }) => nodes[source]?.kind !== "end")
            .map(({ source, target, more }, index) => ({
              id: `e${index + 1}`,
              source: nodes[source]?.id ?? "",
              target: nodes[target]?.id ?? "",
              ...more,
            })),
        ]),
      );
  });
