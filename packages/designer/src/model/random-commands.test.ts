import { readFileSync } from "node:fs";
import { isContainer, type WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clippingOf } from "./clipboard/clipping.ts";
import { alignSteps } from "./command/arrange/align.ts";
import { appendBeside } from "./command/arrange/append-beside.ts";
import { distributeSteps } from "./command/arrange/distribute.ts";
import type { Command } from "./command/command.ts";
import { addField } from "./command/content/add-field.ts";
import { updateDefinition } from "./command/content/update-definition.ts";
import { updateEdge } from "./command/content/update-edge.ts";
import { updateNode } from "./command/content/update-node.ts";
import { changeGroup } from "./command/group/change-group.ts";
import { extract } from "./command/group/extract.ts";
import { groupSteps } from "./command/group/group-steps.ts";
import { ungroup } from "./command/group/ungroup.ts";
import { replaceKind } from "./command/replace/replace-kind.ts";
import { addNode } from "./command/structure/add-node.ts";
import { addOtherwise } from "./command/structure/add-otherwise.ts";
import { appendNode } from "./command/structure/append-node.ts";
import { connect } from "./command/structure/connect.ts";
import { deleteSelection } from "./command/structure/delete-selection.ts";
import { duplicate } from "./command/structure/duplicate.ts";
import { insertOnEdge } from "./command/structure/insert-on-edge.ts";
import { layoutFlow } from "./command/structure/layout-flow.ts";
import { moveNodes } from "./command/structure/move-nodes.ts";
import { onlyWhen } from "./command/structure/only-when.ts";
import { paste } from "./command/structure/paste.ts";
import { reconnect } from "./command/structure/reconnect.ts";
import { indexOf } from "./document/index-of.ts";
import { ELEMENT_TYPES } from "./element/element-types.ts";
import { withMembers } from "./group/groups-of.ts";
import { withGroupsFolded } from "./group/with-groups-folded.ts";
import { execute, type History, historyOf, joined, redone, undone } from "./history.ts";
import { withReach } from "./walk/reach.ts";

const example = JSON.parse(
  readFileSync(new URL("../../../../examples/return-handling/return-handling.json", import.meta.url), "utf8"),
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

/** Four numbers choose a command and what it is about in the document at that moment. */
type Choice = readonly [number, number, number, number];

function commandFor(definition: WorkflowDefinition, [what, first, second, third]: Choice): Command {
  const index = indexOf(definition);
  const nodes = [...index.nodes.keys()];
  const edges = [...index.edges.keys()];
  const containers = [
    null,
    ...[...index.nodes.values()].flatMap(({ node }) => (isContainer(node) ? [node.id] : [])),
  ];
  const pick = <T>(list: readonly T[], at: number, otherwise: T): T => list[at % list.length] ?? otherwise;
  const node = pick(nodes, first, "none");
  const other = pick(nodes, second, "none");
  const edge = pick(edges, first, "none");
  const container = pick(containers, second, null);
  const element = pick(ELEMENT_TYPES, third, ELEMENT_TYPES[0] as (typeof ELEMENT_TYPES)[number]);
  const selection = [node, other, pick(nodes, third, "none")];
  const group = pick(definition.drawing?.groups ?? [], second, { id: "none" }).id;
  const commands: readonly (() => Command)[] = [
    () => addNode(element, { container, centre: { x: first, y: third } }),
    () => addNode(element, { attachedTo: node }),
    () => appendNode(node, element),
    () => insertOnEdge(edge, element),
    () => moveNodes(new Map([[node, { x: second - 50, y: third - 50 }]])),
    () => deleteSelection([node], { heal: false }),
    () => deleteSelection([node, edge], { heal: true }),
    () => connect(node, other),
    () => reconnect(edge, third % 2 ? { source: node } : { target: other }),
    () => updateNode(node, { name: `Name ${third}` }, second % 2 ? "name" : undefined),
    () => updateEdge(edge, { default: third % 2 ? true : undefined, name: `Way ${second}` }),
    () => updateDefinition({ name: `Flow ${third}` }),
    () => addField({ name: `field${first}`, field: { type: "string" }, form: null }),
    () => duplicate(selection),
    () => {
      const clipping = clippingOf(definition, selection);
      return clipping ? paste(clipping, { container, at: { x: first, y: third } }) : duplicate([]);
    },
    () => replaceKind(node, element),
    () => layoutFlow(),
    () => onlyWhen(node),
    () => addOtherwise(node),
    () => alignSteps(selection, pick(["left", "centre", "right", "top", "middle", "bottom"], third, "left")),
    () => distributeSteps(selection, third % 2 ? "x" : "y"),
    () => appendBeside(node, pick(["right", "left", "up", "down"], third, "right")),
    () => groupSteps(selection),
    () => ungroup([node]),
    () => changeGroup(group, third % 2 ? { collapsed: true } : { name: `Group ${third}`, colour: "blue" }),
    () => deleteSelection(withMembers(definition, [group]), { heal: true }),
    () => extract(withReach(definition, [node], third % 2 ? "after" : "before").slice(0, 1 + (second % 4))),
  ];
  return pick(commands, what, layoutFlow)();
}

const choices = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000)), {
  minLength: 100,
  maxLength: 100,
});

function played(start: WorkflowDefinition, list: readonly Choice[]): History {
  return list.reduce(
    (history, choice, at) => execute(history, commandFor(history.definition, choice), at * 700).history,
    historyOf(start),
  );
}

describe("a hundred random commands", () => {
  for (const [name, start] of [
    ["an empty flow", small],
    ["return handling", example],
  ] as const) {
    it(`on ${name}: all undone gives the same bytes, all redone too`, () => {
      fc.assert(
        fc.property(choices, (list) => {
          let history = played(start, list);
          const end = JSON.stringify(history.definition);
          const steps = history.past.length;
          const original = JSON.stringify(start);
          while (history.past.length > 0) history = undone(history);
          expect(JSON.stringify(history.definition)).toBe(original);
          while (history.future.length > 0) history = redone(history);
          expect(JSON.stringify(history.definition)).toBe(end);
          expect(history.past.length).toBe(steps);
        }),
        { numRuns: name === "an empty flow" ? 25 : 6 },
      );
    });
  }

  it("never leaves a line without its ends, an event without its step, or an id twice", () => {
    fc.assert(
      fc.property(choices, (list) => {
        const { definition } = played(small, list);
        const index = indexOf(definition);
        const ids: string[] = [];
        const visit = (container: Pick<WorkflowDefinition, "nodes" | "edges">): void => {
          const inside = new Set(container.nodes.map((node) => node.id));
          for (const edge of container.edges) {
            ids.push(edge.id);
            expect(inside.has(edge.source) && inside.has(edge.target)).toBe(true);
          }
          for (const node of container.nodes) {
            ids.push(node.id);
            if (node.kind === "boundary") expect(inside.has(node.attachedTo)).toBe(true);
            if (isContainer(node)) visit(node);
          }
        };
        visit(definition);
        for (const each of definition.drawing?.groups ?? []) {
          ids.push(each.id);
          const around = each.in === undefined ? definition : index.nodes.get(each.in)?.node;
          const here = around && ("nodes" in around ? around.nodes : []).map(({ id }) => id);
          expect(each.nodes?.length).toBeGreaterThan(0);
          expect(here).toEqual(expect.arrayContaining(each.nodes ?? []));
        }
        const drawn = indexOf(withGroupsFolded(definition));
        for (const { edge } of drawn.edges.values()) {
          expect(drawn.nodes.has(edge.source) && drawn.nodes.has(edge.target)).toBe(true);
        }
        expect(new Set(ids).size).toBe(ids.length);
        const groups = definition.drawing?.groups?.length ?? 0;
        expect(index.nodes.size + index.edges.size + groups).toBe(ids.length);
      }),
      { numRuns: 25 },
    );
  });
});

type Act =
  | { readonly act: "do" | "type"; readonly choice: Choice; readonly after: number }
  | { readonly act: "together"; readonly choices: readonly Choice[] }
  | { readonly act: "undo" | "redo"; readonly times: number };

const choice = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000));
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ act: fc.constant("do" as const), choice, after: fc.nat(3_000) }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constant("type" as const), choice, after: fc.nat(1_500) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant("together" as const),
        choices: fc.array(choice, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ act: fc.constantFrom("undo" as const, "redo" as const), times: fc.nat(5) }),
    },
  ),
  { minLength: 40, maxLength: 60 },
);

describe("the log of commands", () => {
  it("is a row of documents with one that is now: what is done anew ends the row, typing and what belongs together are one step", () => {
    fc.assert(
      fc.property(acts, (list) => {
        let history = historyOf(small);
        let time = 0;
        // What the log must be: every document that undo stops at, and the place of the present one.
        const row = [JSON.stringify(small)];
        let at = 0;
        let typing: { readonly key: string; readonly time: number } | null = null;
        const put = (text: string, joins: boolean) => {
          if (!joins) at += 1;
          row.splice(at, row.length, text);
        };
        for (const each of list) {
          if ("times" in each) {
            for (let step = 0; step < each.times; step += 1) {
              history = each.act === "undo" ? undone(history) : redone(history);
              at = Math.max(0, Math.min(row.length - 1, at + (each.act === "undo" ? -1 : 1)));
            }
            const last = history.past.at(-1);
            typing = last?.coalesce === undefined ? null : { key: last.coalesce, time: last.at };
          } else if ("choices" in each) {
            const mark = history.past.length;
            const before = history.definition;
            for (const one of each.choices)
              history = execute(history, commandFor(history.definition, one), time).history;
            // Each a step of its own until they are joined.
            const steps = history.past.length - mark;
            if (steps > 1) history = joined(history, mark, { en: "Together", "zh-CN": "一起" });
            if (history.definition !== before || steps > 0)
              put(JSON.stringify(history.definition), steps === 0);
            const last = history.past.at(-1);
            typing = last?.coalesce === undefined ? null : { key: last.coalesce, time: last.at };
          } else {
            time += each.after;
            const command =
              each.act === "do"
                ? commandFor(history.definition, each.choice)
                : updateDefinition({ name: `Flow ${each.choice[1]}` }, "name");
            const key = command.coalesce;
            const joins: boolean =
              key !== undefined && typing?.key === key && time - typing.time < 1_000 && at === row.length - 1;
            const before = history.definition;
            history = execute(history, command, time).history;
            if (history.definition === before) continue;
            put(JSON.stringify(history.definition), joins);
            typing = key === undefined ? null : { key, time };
          }
          expect(JSON.stringify(history.definition)).toBe(row[at]);
          expect(history.past.length).toBe(at);
          expect(history.future.length).toBe(row.length - 1 - at);
        }
        for (; at > 0; at -= 1) {
          history = undone(history);
          expect(JSON.stringify(history.definition)).toBe(row[at - 1]);
        }
        for (at = 1; at < row.length; at += 1) {
          history = redone(history);
          expect(JSON.stringify(history.definition)).toBe(row[at]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
