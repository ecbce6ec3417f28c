import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import type { Sequence } from "./tree.ts";
import { treeOf } from "./tree-of.ts";

/** `a>b` is a line, `a!b` one from an event on the edge of a; x… are gateways, e… ends, the rest tasks. */
function flow(lines: string): WorkflowDefinition {
  const nodes = new Map<string, Node>();
  const step = (id: string): void => {
    if (nodes.has(id)) return;
    if (id.startsWith("s")) nodes.set(id, { id, kind: "start" });
    else if (id.startsWith("x")) nodes.set(id, { id, kind: "exclusive" });
    else if (id.startsWith("e")) nodes.set(id, { id, kind: "end" });
    else nodes.set(id, { id, kind: "userTask", who: { type: "initiator" } });
  };
  const edges = lines.split(" ").map((line): Edge => {
    const [source = "", target = ""] = line.split(/[>!]/);
    step(source);
    step(target);
    if (!line.includes("!")) return { id: line, source, target };
    const id = `on_${source}`;
    nodes.set(id, { id, kind: "boundary", attachedTo: source, event: { type: "timer", duration: "P1D" } });
    return { id: line, source: id, target };
  });
  return { schema: "flowright/workflow/v1", id: "flow", name: "Flow", nodes: [...nodes.values()], edges };
}

/** `a [b | c] d`: steps, branches in brackets; `(a b)` is free; at the end `^a` returns, `=e` ends elsewhere. */
function written({ items, tail }: Sequence): string {
  const parts = items.map((item) => {
    if (item.type === "step") return item.node;
    if (item.type === "free") return `(${item.nodes.join(" ")})`;
    const branches = item.branches.map(({ body }) => written(body)).join(" | ");
    return `${item.node ?? ""}[${branches}]${item.join ?? ""}`;
  });
  if (tail.type === "back") parts.push(`^${tail.to}`);
  if (tail.type === "elsewhere") parts.push(`=${tail.to}`);
  return parts.join(" ");
}

const main = (lines: string) => written(treeOf(flow(lines), null).main);

describe("the column of a flow", () => {
  it("puts branches beside each other and what follows below", () => {
    expect(main("s>x x>a x>b a>c b>c c>e")).toBe("s x[a | b] c e");
    expect(main("s>x x>a x>x2 a>x2 x2>c c>e")).toBe("s x[a | ]x2 c e");
    expect(main("s>x x>a x>b a>y y>x2 b>x2 x2>c c>e")).toBe("s x[a y | b]x2 c e");
  });
  it("nests", () => {
    expect(main("s>x x>a x>x1 x1>b x1>c b>d c>d a>f d>f f>e")).toBe("s x[a | x1[b | c] d] f e");
  });
  it("goes on below where all branches but one end", () => {
    expect(main("s>x x>r r>e1 x>a a>b b>c c>e2")).toBe("s x[r e1 | ] a b c e2");
  });
  it("shows an end that several lead to once", () => {
    expect(main("s>x x>e x>a a>x1 x1>e x1>b b>c c>e2")).toBe("s x[e | ] a x1[=e | ] b c e2");
  });
  it("lets branches end together", () => {
    expect(main("s>x x>a x>b a>e b>e")).toBe("s x[a | b] e");
  });
  it("shows a way back as a return", () => {
    expect(main("s>a a>x x>a x>b b>e")).toBe("s a x[ | ^a] b e");
    expect(main("s>a a>b b>x x>c c>a x>d d>e")).toBe("s a b x[c ^a | ] d e");
  });
  it("shows what happens on the edge of a step beside it", () => {
    expect(main("s>a a>b b>e a!r r>e2")).toBe("s a[ | r e2] b e");
    expect(main("s>a a!r r>e")).toBe("s a[ | r e]");
  });
  it("keeps steps whose lines cross together and goes on behind them", () => {
    expect(main("s>x x>a x>b a>c a>d b>d c>f d>f f>e")).toBe("s (x a b c d) f e");
  });
  it("keeps a circle with two ways in together", () => {
    expect(main("s>x x>a x>b a>b b>a b>e")).toBe("s x[ | ] (a b) e");
  });
  it("keeps a circle together though the branches meet at a gateway in it", () => {
    expect(main("s>x x2>e x>a x>b a>x2 b>x2 x2>a")).toBe("s x[ | b] (x2 a) e");
  });
  it("begins with a column for every start", () => {
    expect(main("s1>a s2>a a>e")).toBe("[s1 | s2] a e");
  });
  it("puts what is not connected aside", () => {
    const { asides } = treeOf(flow("s>e a>b"), null);
    expect(asides.map(written)).toEqual(["a b"]);
  });
  it("is quick for 2,000 steps in a row of decisions", () => {
    const lines = Array.from({ length: 500 }, (_, at) =>
      [`x${at}>a${at}`, `x${at}>b${at}`, `a${at}>x${at + 1}`, `b${at}>x${at + 1}`].join(" "),
    );
    const definition = flow(`s>x0 ${lines.join(" ")} x500>e`);
    expect(treeOf(definition, null).main.items).toHaveLength(502);
  });
});
