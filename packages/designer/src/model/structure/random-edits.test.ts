import { readFileSync } from "node:fs";
import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clippingOf } from "../clipboard/clipping.ts";
import type { Command } from "../command/command.ts";
import { connect } from "../command/structure/connect.ts";
import { moveNodes } from "../command/structure/move-nodes.ts";
import type { Container } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";
import { ELEMENT_TYPES } from "../element/element-types.ts";
import { placesOf } from "../geometry/places-of.ts";
import { execute, type History, historyOf, redone, undone } from "../history.ts";
import { addBranch } from "./edit/add-branch.ts";
import { besidePrevious } from "./edit/beside-previous.ts";
import { duplicateBehind } from "./edit/duplicate-behind.ts";
import { type Gap, insertAt } from "./edit/insert-at.ts";
import { gapBeside, moveItem } from "./edit/move-item.ts";
import { pasteAt } from "./edit/paste-at.ts";
import { goneWith, removeBranch, removeItem } from "./edit/remove-item.ts";
import { tailLines } from "./find-item.ts";
import type { Sequence, SplitItem } from "./tree.ts";
import { nodesInSequence } from "./tree-nodes.ts";
import { treeOf } from "./tree-of.ts";

const example = JSON.parse(
  readFileSync(
    new URL("../../../../../examples/return-handling/return-handling.json", import.meta.url),
    "utf8",
  ),
) as WorkflowDefinition;

const small: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "small",
  name: "Small",
  nodes: [
    { id: "start_1", kind: "start" },
    { id: "end_1", kind: "end" },
  ],
  edges: [{ id: "edge_1", source: "start_1", target: "end_1" }],
};

function containers(definition: WorkflowDefinition): (readonly [string | null, Container])[] {
  const inside = [...indexOf(definition).nodes.values()].flatMap(({ node }) =>
    isContainer(node) ? [[node.id, node] as const] : [],
  );
  return [[null, definition], ...inside];
}

function columns(definition: WorkflowDefinition): Sequence[] {
  const all: Sequence[] = [];
  const visit = (sequence: Sequence): void => {
    all.push(sequence);
    for (const item of sequence.items) {
      if (item.type === "split") for (const { body } of item.branches) visit(body);
    }
  };
  for (const [id] of containers(definition)) {
    const tree = treeOf(definition, id);
    for (const sequence of [tree.main, ...tree.asides]) visit(sequence);
  }
  return all;
}

function gaps(definition: WorkflowDefinition): Gap[] {
  return columns(definition).flatMap(({ items, tail }): Gap[] => [
    ...items.flatMap(({ entry }) => (entry.length > 0 ? [{ edges: entry }] : [])),
    ...(tailLines(tail).length > 0 ? [{ edges: tailLines(tail) }] : []),
    ...(tail.type === "open" ? [{ after: tail.source }] : []),
  ]);
}

function forks(definition: WorkflowDefinition): (SplitItem & { node: string })[] {
  return columns(definition).flatMap(({ items }) =>
    items.flatMap((item) =>
      item.type === "split" && item.node !== null ? [{ ...item, node: item.node }] : [],
    ),
  );
}

type Choice = readonly [number, number, number];

function commandFor(definition: WorkflowDefinition, [what, first, second]: Choice): Command | null {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
  const node = pick([...indexOf(definition).nodes.keys()], first) ?? "none";
  const other = pick([...indexOf(definition).nodes.keys()], second) ?? "none";
  const element = pick(ELEMENT_TYPES, second);
  const gap = pick(gaps(definition), first);
  const fork = pick(forks(definition), first);
  const branch = fork && pick(fork.branches, second);
  const beside = gapBeside(definition, node, second % 2 === 0 ? 1 : -1);
  const copied = clippingOf(
    definition,
    [...goneWith(definition, node)],
    gap && "edges" in gap ? gap.edges : [],
  );
  const commands: readonly (Command | null | undefined)[] = [
    gap && element && insertAt(gap, element),
    gap && element && insertAt(gap, element),
    fork && element && addBranch(fork.node, element),
    removeItem(node),
    fork && branch && removeBranch(fork.node, branch),
    gap && moveItem(node, gap),
    beside && moveItem(node, beside),
    duplicateBehind(node),
    besidePrevious(node),
    gap && copied && pasteAt(gap, copied),
    connect(node, other),
  ];
  return commands[what % commands.length] ?? null;
}

function expectOnce(definition: WorkflowDefinition): void {
  for (const [id, inside] of containers(definition)) {
    const tree = treeOf(definition, id);
    const shown = [tree.main, ...tree.asides].flatMap(nodesInSequence).sort();
    const steps = inside.nodes.filter(({ kind }) => kind !== "boundary").map((node) => node.id);
    expect(shown).toEqual(steps.sort());
  }
}

/** Pairs of steps that lie on each other. */
function overlaps(definition: WorkflowDefinition): string[] {
  const places = placesOf(definition);
  return containers(definition).flatMap(([, { nodes }]) => {
    const steps = nodes.filter(({ kind }) => kind !== "boundary");
    return steps.flatMap((one, at) =>
      steps.slice(0, at).flatMap((other) => {
        const [a, b] = [places.get(one.id), places.get(other.id)];
        if (!a || !b) return [];
        const apart =
          a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
        return apart ? [] : [`${one.id} ${other.id}`];
      }),
    );
  });
}

const withoutPlace = ({ position: _, ...node }: Node): unknown => node;
const choices = (length: number) =>
  fc.array(fc.tuple(fc.nat(100), fc.nat(1000), fc.nat(1000)), { minLength: length, maxLength: length });

describe("a flow as a column of steps", () => {
  it("shows every step of return handling exactly once", () => {
    expectOnce(example);
  });

  for (const [name, start, runs, length] of [
    ["an empty flow", small, 12, 25],
    ["return handling", example, 2, 8],
  ] as const) {
    it(`edits ${name}: every step stays in sight once, none lies on another, undone to the same bytes`, () => {
      fc.assert(
        fc.property(choices(length), fc.boolean(), (list, byHand) => {
          const original = JSON.stringify(start);
          let history: History = historyOf(start);
          list.forEach((choice, at) => {
            const command = commandFor(history.definition, choice);
            if (!command) return;
            const before = overlaps(history.definition).length;
            history = execute(history, command, at * 5_000).history;
            expectOnce(history.definition);
            expect(overlaps(history.definition).length).toBeLessThanOrEqual(before);
            const first = history.definition.nodes[0]?.id ?? "";
            const away = new Map([[first, { x: -400, y: -600 }]]);
            if (byHand && at === 3) history = execute(history, moveNodes(away), at).history;
          });
          const end = JSON.stringify(history.definition);
          while (history.past.length > 0) history = undone(history);
          expect(JSON.stringify(history.definition)).toBe(original);
          while (history.future.length > 0) history = redone(history);
          expect(JSON.stringify(history.definition)).toBe(end);
        }),
        { numRuns: runs },
      );
    });
  }

  it("leaves all that is not at the edited place as it was, but for its position", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (first, second) => {
        const gap = gaps(example)[first % gaps(example).length];
        const element = ELEMENT_TYPES[second % ELEMENT_TYPES.length];
        if (!gap || !element) return;
        const { history, outcome } = execute(historyOf(example), insertAt(gap, element), 0);
        if (!outcome.ok) return;
        const touched = new Set("edges" in gap ? gap.edges : []);
        const now = indexOf(history.definition);
        for (const [id, { node }] of indexOf(example).nodes) {
          const after = now.nodes.get(id)?.node;
          if (!after || isContainer(node)) continue;
          expect(JSON.stringify(withoutPlace(after))).toBe(JSON.stringify(withoutPlace(node)));
        }
        for (const [id, { edge }] of indexOf(example).edges) {
          const { target: _, ...rest } = edge;
          const { target, ...after } = now.edges.get(id)?.edge ?? edge;
          expect(JSON.stringify(after)).toBe(JSON.stringify(rest));
          if (!touched.has(id)) expect(target).toBe(edge.target);
        }
      }),
      { numRuns: 12 },
    );
  });
});
