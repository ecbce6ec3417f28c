import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { Block } from "./blocks.ts";
import type { EdgeMarks, EndResult, Loop, Make } from "./steps.ts";

/** Draws a block between a start and an end. */
export function drawn(block: Block): WorkflowDefinition {
  const counter = { next: 0 };
  const paper = new Paper(counter);
  paper.between(block, {}, { type: "none" });
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
        n: { type: "number", default: 1 },
        owner: { type: "string" },
        owners: { type: "array", items: { type: "string" } },
        wait: { type: "string", format: "duration", default: "PT3H" },
        list: { type: "array", items: { type: "number" }, default: [1, 2] },
        results: { type: "array", items: {} },
        result: { type: "string" },
        caught: { type: "object", properties: { code: { type: "string" }, message: { type: "string" } } },
        x: { type: "object", properties: { y: { type: "number" } } },
      },
    },
    roles: [{ id: "staff" }],
    nodes,
    edges,
  };
}

/** One level of a drawing; ids are counted over all levels. */
class Paper {
  readonly nodes: Node[] = [];
  readonly edges: Edge[] = [];
  readonly #counter: { next: number };

  constructor(counter: { next: number }) {
    this.#counter = counter;
  }

  between(block: Block, start: object, result: EndResult | { type: "cancel" }): void {
    const first = this.#add((id) => ({ id, kind: "start", ...start }));
    this.#end(this.draw(block, first), result);
  }

  /** Draws after a node; gives the node that the next part follows. */
  draw(block: Block, after: string, marks: EdgeMarks = {}): string {
    switch (block.kind) {
      case "event":
        return this.#after(after, block.make, marks);
      case "task":
        return this.#task(block, after, marks);
      case "sequence": {
        const [first, ...rest] = block.parts;
        const begun = first ? this.draw(first, after, marks) : after;
        return rest.reduce((last, part) => this.draw(part, last), begun);
      }
      case "choice":
        return this.#choice(block, after, marks);
      case "parallel":
        return this.#split(
          block.parts,
          "parallel",
          after,
          marks,
          () => ({}),
          (id) => ({ id, kind: "parallel" }),
        );
      case "inclusive":
        return this.#inclusive(block, after, marks);
      case "complex":
        return this.#complex(block, after, marks);
      case "race":
        return this.#race(block, after, marks);
      case "repeat":
        return this.#repeat(block, after, marks);
      case "ends":
        return this.#ends(block, after, marks);
      case "link":
        return this.#link(after, marks);
      case "inside":
        return this.#inside(block, after, marks);
      case "adHoc":
        return this.#adHoc(block, after, marks);
      case "plan":
        return this.#plan(block, after, marks);
    }
  }

  #task(block: Extract<Block, { kind: "task" }>, after: string, marks: EdgeMarks): string {
    const { make, loop, boundaries, outcomes, handler } = block;
    const id = this.#after(after, (id) => withLoop(make(id), loop), marks);
    this.#boundaries(id, boundaries);
    this.#handler(id, handler);
    const node = this.nodes.find((node) => node.id === id);
    if (node?.kind !== "approval" || outcomes === "none" || mayBeEmpty(loop)) return id;
    const merge = this.#add((id) => ({ id, kind: "exclusive" }));
    this.#line(id, merge, { outcome: "approved" });
    const note = this.#after(
      id,
      (id) => ({ id, kind: "scriptTask", assignments: [{ target: "c", value: "true" }] }),
      {
        ...(outcomes === "both" ? { outcome: "rejected" } : {}),
      },
    );
    this.#line(note, merge);
    return merge;
  }

  #choice(block: Extract<Block, { kind: "choice" }>, after: string, marks: EdgeMarks): string {
    const last = block.parts.length - 1;
    const marksOf = (index: number): EdgeMarks =>
      !block.open && index === last ? { default: true } : { condition: block.conditions[index] ?? "true" };
    return this.#split(block.parts, "exclusive", after, marks, marksOf, (id) => ({ id, kind: "exclusive" }));
  }

  #inclusive(block: Extract<Block, { kind: "inclusive" }>, after: string, marks: EdgeMarks): string {
    const marksOf = (index: number): EdgeMarks => {
      if (index < block.parts.length - 1 || block.rest === "none")
        return { condition: block.conditions[index] ?? "true" };
      return block.rest === "default" ? { default: true } : {};
    };
    return this.#split(block.parts, "inclusive", after, marks, marksOf, (id) => ({ id, kind: "inclusive" }));
  }

  #complex(block: Extract<Block, { kind: "complex" }>, after: string, marks: EdgeMarks): string {
    const { need, rest } = block;
    const needed =
      typeof need === "number"
        ? { type: "count" as const, count: need }
        : { type: "condition" as const, condition: need };
    return this.#split(
      block.parts,
      "parallel",
      after,
      marks,
      () => ({}),
      (id) => ({ id, kind: "complex", need: needed, rest }),
    );
  }

  #split(
    parts: readonly Block[],
    kind: "exclusive" | "parallel" | "inclusive",
    after: string,
    marks: EdgeMarks,
    marksOf: (index: number) => EdgeMarks,
    join: Make,
  ): string {
    const split = this.#after(after, (id) => ({ id, kind }), marks);
    const merge = this.#add(join);
    for (const [index, part] of parts.entries()) this.#line(this.draw(part, split, marksOf(index)), merge);
    return merge;
  }

  #race({ events, parts }: Extract<Block, { kind: "race" }>, after: string, marks: EdgeMarks): string {
    const gateway = this.#after(after, (id) => ({ id, kind: "eventBased" }), marks);
    const merge = this.#add((id) => ({ id, kind: "exclusive" }));
    for (const [index, part] of parts.entries()) {
      const event = this.#after(gateway, events[index] ?? ((id) => ({ id, kind: "manualTask" })), {});
      this.#line(this.draw(part, event), merge);
    }
    return merge;
  }

  #repeat({ part, condition }: Extract<Block, { kind: "repeat" }>, after: string, marks: EdgeMarks): string {
    const merge = this.#after(after, (id) => ({ id, kind: "exclusive" }), marks);
    const last = this.draw(part, merge);
    const again = this.#after(last, (id) => ({ id, kind: "exclusive" }), {});
    const next = this.#after(again, (id) => ({ id, kind: "exclusive" }), { default: true });
    // A step between, so that a round is more than choices.
    const step = this.#after(
      again,
      (id) => ({ id, kind: "scriptTask", assignments: [{ target: "n", value: "n + 1" }] }),
      {
        condition: `n < 4 and ${condition}`,
      },
    );
    this.#line(step, merge);
    return next;
  }

  #ends({ part, aside, result }: Extract<Block, { kind: "ends" }>, after: string, marks: EdgeMarks): string {
    const split = this.#after(after, (id) => ({ id, kind: "parallel" }), marks);
    this.#end(this.draw(aside, split), result);
    return this.draw(part, split);
  }

  #link(after: string, marks: EdgeMarks): string {
    const name = `l${this.#counter.next}`;
    this.#after(after, (id) => ({ id, kind: "throw", event: { type: "link", name } }), marks);
    return this.#add((id) => ({ id, kind: "catch", event: { type: "link", name } }));
  }

  #inside(block: Extract<Block, { kind: "inside" }>, after: string, marks: EdgeMarks): string {
    const inner = new Paper(this.#counter);
    inner.between(block.part, {}, block.result);
    for (const { start, part, result } of block.subs) {
      const sub = new Paper(this.#counter);
      sub.between(part, start, result);
      inner.#add((id) => ({ id, kind: "eventSubProcess", nodes: sub.nodes, edges: sub.edges }));
    }
    const variables = { type: "object" as const, properties: { n: { type: "number" as const, default: 5 } } };
    const content = { nodes: inner.nodes, edges: inner.edges, ...(block.own ? { variables } : {}) };
    const id = this.#after(
      after,
      (id) => withLoop({ id, kind: block.container, ...content }, block.loop),
      marks,
    );
    this.#boundaries(id, block.boundaries);
    this.#handler(id, block.handler);
    return id;
  }

  #adHoc(block: Extract<Block, { kind: "adHoc" }>, after: string, marks: EdgeMarks): string {
    const inner = new Paper(this.#counter);
    const ids = block.parts.map((make) => inner.#add(make));
    if (block.followed && ids[0]) inner.#after(ids[0], (id) => ({ id, kind: "manualTask" }), {});
    const { all, sequential, completion, cancelRemaining } = block;
    return this.#after(
      after,
      (id) => ({
        id,
        kind: "adHoc",
        nodes: inner.nodes,
        edges: inner.edges,
        ordering: sequential ? "sequential" : "parallel",
        start: all ? "all" : "byHand",
        ...(completion ? { completion } : {}),
        cancelRemaining,
      }),
      marks,
    );
  }

  #plan(
    { steps, after: earlier, optional }: Extract<Block, { kind: "plan" }>,
    after: string,
    marks: EdgeMarks,
  ): string {
    const inner = new Paper(this.#counter);
    const ids = steps.map((make, index) =>
      inner.#add((id) => ({ ...make(id), optional: optional[index] ?? false }) as Node),
    );
    for (const [index, id] of ids.entries()) {
      for (const [before, source] of ids.slice(0, index).entries()) {
        if (((earlier[index] ?? 0) >> before) % 2 === 1) inner.#line(source, id);
      }
    }
    return this.#after(after, (id) => ({ id, kind: "plan", nodes: inner.nodes, edges: inner.edges }), marks);
  }

  #boundaries(host: string, boundaries: readonly { event: unknown; interrupting: boolean }[]): void {
    for (const { event, interrupting } of boundaries) {
      const id = this.#add((id) => ({ id, kind: "boundary", attachedTo: host, interrupting, event }) as Node);
      this.#end(id, { type: "none" });
    }
  }

  #handler(host: string, handler: Make | null): void {
    if (handler === null) return;
    const id = this.#add((id) => ({
      id,
      kind: "boundary",
      attachedTo: host,
      event: { type: "compensation" },
    }));
    this.#after(id, handler, {});
  }

  #end(after: string, result: EndResult | { type: "cancel" }): void {
    this.#after(after, (id) => ({ id, kind: "end", ...(result.type === "none" ? {} : { result }) }), {});
  }

  #after(after: string, make: Make, marks: EdgeMarks): string {
    const id = this.#add(make);
    this.#line(after, id, marks);
    return id;
  }

  #add(make: Make): string {
    const id = `n${this.#counter.next++}`;
    this.nodes.push(make(id));
    return id;
  }

  #line(source: string, target: string, marks: EdgeMarks = {}): void {
    this.edges.push({ id: `e${this.#counter.next++}`, source, target, ...marks });
  }
}

/** Whether there may be no instance, so that nobody decides. */
function mayBeEmpty(loop: Loop | null): boolean {
  if (loop === null) return false;
  return loop.type === "standard" ? loop.testBefore === true : !["list", "3"].includes(loop.collection);
}

function withLoop(node: Node, loop: object | null): Node {
  return loop && isActivity(node) ? ({ ...node, loop } as Node) : node;
}
