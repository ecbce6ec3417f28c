import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";

/** Numbers from 0 up to, not including, `below`. */
type Pick = (below: number) => number;

/**
 * A flow of about so many steps as people draw them: steps in a row, choices of two or three branches that meet again,
 * ways back, reminders on the edge of steps; in as many strands beside each other as asked for. The same size is always
 * the same flow; it has no coordinates.
 */
export function generatedFlow(steps: number, strands = 1): WorkflowDefinition {
  return new Paper(steps, strands).drawn();
}

class Paper {
  readonly #nodes: Node[] = [];
  readonly #edges: Edge[] = [];
  readonly #steps: number;
  readonly #strands: number;
  #state = 20_611;

  constructor(steps: number, strands: number) {
    this.#steps = steps;
    this.#strands = strands;
  }

  drawn(): WorkflowDefinition {
    const start = this.#add({ id: "start", kind: "start" });
    const last = this.#strands > 1 ? this.#woven(start) : this.#strand(start, this.#steps - 1);
    this.#line(last, this.#add({ id: "end", kind: "end", name: "Done" }));
    const amount = { type: "number", title: { en: "Amount", "zh-CN": "金额" } } as const;
    return {
      schema: "flowright/workflow/v1",
      id: "generated",
      name: { en: `Generated flow of ${this.#nodes.length} steps`, "zh-CN": "生成的流程" },
      variables: { type: "object", properties: { amount } },
      roles: [{ id: "warehouse", name: { en: "Warehouse", "zh-CN": "仓库" } }],
      nodes: this.#nodes,
      edges: this.#edges,
    };
  }

  #strand(after: string, until: number): string {
    let last = after;
    while (this.#nodes.length < until) last = this.#block(last, 2);
    return last;
  }

  #woven(after: string): string {
    const split = this.#add({ id: "split", kind: "parallel" });
    this.#line(after, split);
    const ends = Array.from({ length: this.#strands }, (_, at) =>
      this.#strand(this.#task(split), ((at + 1) * (this.#steps - 2)) / this.#strands),
    );
    const join = this.#add({ id: "join", kind: "parallel" });
    for (const end of ends) this.#line(end, join);
    return join;
  }

  #block(after: string, depth: number): string {
    const sort = depth === 0 ? 9 : this.#pick(10);
    if (sort < 2) return this.#choice(after, depth);
    if (sort === 2) return this.#wayBack(after);
    return this.#task(after);
  }

  #task(after: string, marks: Partial<Edge> = {}): string {
    const number = this.#nodes.length;
    const name = { en: `Check item ${number} of the order`, "zh-CN": `核对第 ${number} 项` };
    const system = this.#pick(3) === 0;
    const id = this.#add(
      system
        ? { id: `s${number}`, kind: "serviceTask", name, jobType: "check" }
        : { id: `s${number}`, kind: "userTask", name, who: { type: "role", role: "warehouse" } },
    );
    this.#line(after, id, marks);
    if (!system && this.#pick(10) === 0) this.#reminder(id);
    return id;
  }

  #choice(after: string, depth: number): string {
    const number = this.#nodes.length;
    const split = this.#add({ id: `s${number}`, kind: "exclusive", name: `Amount ${number}?` });
    this.#line(after, split);
    const branches = 2 + this.#pick(2);
    const ends = Array.from({ length: branches }, (_, at) => {
      const marks: Partial<Edge> = at === 0 ? { default: true } : { condition: `amount > ${at * 1_000}` };
      let last = this.#task(split, marks);
      for (let more = this.#pick(3); more > 0; more -= 1) last = this.#block(last, depth - 1);
      return last;
    });
    const join = this.#add({ id: `s${this.#nodes.length}`, kind: "exclusive" });
    for (const end of ends) this.#line(end, join);
    return join;
  }

  #wayBack(after: string): string {
    const join = this.#add({ id: `s${this.#nodes.length}`, kind: "exclusive" });
    this.#line(after, join);
    const task = this.#task(join);
    const again = this.#add({ id: `s${this.#nodes.length}`, kind: "exclusive", name: "Again?" });
    this.#line(task, again);
    this.#line(again, join, { condition: "amount < 0" });
    return this.#task(again, { default: true });
  }

  #reminder(host: string): void {
    const event = { type: "timer", duration: "PT4H" } as const;
    const number = this.#nodes.length;
    const late = this.#add({
      id: `s${number}`,
      kind: "boundary",
      attachedTo: host,
      interrupting: false,
      event,
    });
    const told = this.#add({
      id: `s${number + 1}`,
      kind: "end",
      name: "Reminded",
      result: { type: "escalation", code: "late" },
    });
    this.#line(late, told);
  }

  #add(node: Node): string {
    this.#nodes.push(node);
    return node.id;
  }

  #line(source: string, target: string, marks: Partial<Edge> = {}): void {
    this.#edges.push({ id: `e${this.#edges.length}`, source, target, ...marks });
  }

  /** Park and Miller's generator: the same numbers on every machine. */
  #pick: Pick = (below) => {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % below;
  };
}
