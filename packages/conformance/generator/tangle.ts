import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { definitionOf } from "./drawing.ts";
import type { Feature } from "./features.ts";
import { between, condition, type Make, result, task } from "./steps.ts";

interface Line {
  readonly source: number;
  readonly target: number;
  readonly condition: string;
}

/**
 * Nodes and lines anyhow: joins that never fill, circles, branches that nothing ends. Choices always have a default
 * or may have none; marks stand only on lines whose source looks at them.
 */
export function tangle(features: ReadonlySet<Feature>, most: number): fc.Arbitrary<WorkflowDefinition> {
  const has = (feature: Feature) => features.has(feature);
  const gateways: fc.Arbitrary<Make>[] = [
    fc.constant((id) => ({ id, kind: "exclusive" })),
    fc.constant((id) => ({ id, kind: "parallel" })),
    ...(has("inclusive") ? [fc.constant<Make>((id) => ({ id, kind: "inclusive" }))] : []),
    ...(has("complex")
      ? [
          fc.constantFrom<"wait" | "cancel">("wait", "cancel").map(
            (rest): Make =>
              (id) => ({ id, kind: "complex", need: { type: "count", count: 1 }, rest }),
          ),
        ]
      : []),
  ];
  const end = result(features).map(
    (result): Make =>
      (id) => ({ id, kind: "end", ...(result.type === "none" ? {} : { result }) }),
  );
  const node = fc.oneof(
    { weight: 4, arbitrary: task(features) },
    { weight: 1, arbitrary: between(features) },
    { weight: 5, arbitrary: fc.oneof(...gateways) },
    { weight: 2, arbitrary: end },
  );
  return fc.array(node, { minLength: 2, maxLength: most, size: "max" }).chain((makers) => {
    const nodes: Node[] = [
      { id: "start", kind: "start" },
      ...makers.map((make, index) => make(`n${index}`)),
      { id: "last", kind: "end" },
    ];
    const place = fc.integer({ min: 1, max: nodes.length - 1 });
    const line = fc.record({ source: place, target: place, condition });
    return fc
      .tuple(place, fc.array(line, { minLength: nodes.length, maxLength: nodes.length * 2 }))
      .map(([first, lines]) => definitionOf(nodes, edgesOf(nodes, first, lines)));
  });
}

function edgesOf(nodes: readonly Node[], first: number, lines: readonly Line[]): Edge[] {
  const idOf = (index: number) => nodes[index]?.id ?? "";
  const open = lines.filter(({ source }) => nodes[source]?.kind !== "end");
  const edges = open.map(({ source, target, condition }, index): Edge => {
    const kind = nodes[source]?.kind;
    const chooses = kind === "exclusive" || kind === "inclusive" || kind === "complex";
    const own = open.filter((other) => other.source === source);
    const rest = own.at(-1) === open[index] ? { default: true } : { condition };
    return {
      id: `e${index}`,
      source: idOf(source),
      target: idOf(target),
      ...(chooses && own.length > 1 ? rest : {}),
    };
  });
  // What nothing leads out of ends.
  const loose = nodes.filter(
    ({ id, kind }) => kind !== "start" && kind !== "end" && !edges.some(({ source }) => source === id),
  );
  return [
    { id: "first", source: "start", target: idOf(first) },
    ...edges,
    ...loose.map(({ id }) => ({ id: `${id}-last`, source: id, target: "last" })),
  ];
}
