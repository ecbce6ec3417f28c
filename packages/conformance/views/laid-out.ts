import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { execute, historyOf, layoutFlow, placesOf, undone } from "@flowright/designer/model";
import fc from "fast-check";
import { foreignGraph } from "../generator/foreign-graphs.ts";

type Place = NonNullable<ReturnType<ReturnType<typeof placesOf>["get"]>>;

/** What was looked at, to know that it was something. */
export interface LaidOut {
  graphs: number;
  steps: number;
  lines: number;
}

/**
 * Graphs of any shape, laid out as a whole and in part: no step covers another, nothing but places changes, and one
 * step back gives the same bytes.
 */
export function layoutProperty(seen: LaidOut, most: number) {
  return fc.property(
    foreignGraph({ most, depth: 2 }),
    fc.infiniteStream(fc.boolean()),
    (definition, coins) => {
      seen.graphs += 1;
      const tidy = laidOut(definition, []);
      for (const level of levelsOf(tidy)) {
        seen.steps += level.nodes.length;
        seen.lines += level.edges.length;
        expectApart(level.nodes, placesOf(tidy), () => true);
      }
      // Some steps of the outermost level alone; the others may have covered each other before.
      const chosen = definition.nodes.filter(
        ({ kind }) => kind !== "boundary" && coins.next().value === true,
      );
      const ids = new Set(chosen.map(({ id }) => id));
      if (ids.size < 2) return;
      const part = laidOut(definition, [...ids]);
      expectApart(part.nodes, placesOf(part), ({ id }) => ids.has(id));
    },
  );
}

function laidOut(definition: WorkflowDefinition, only: readonly string[]): WorkflowDefinition {
  const { history } = execute(historyOf(definition), layoutFlow(only), 0);
  if (bare(history.definition) !== bare(definition)) throw new Error("More than places was changed");
  if (history.past.length > 1) throw new Error("More than one step to undo");
  if (JSON.stringify(undone(history).definition) !== JSON.stringify(definition))
    throw new Error("Not undone");
  return history.definition;
}

function bare(definition: WorkflowDefinition): string {
  return JSON.stringify(definition, (key, value: unknown) => (key === "position" ? undefined : value));
}

interface Level {
  readonly nodes: readonly Node[];
  readonly edges: readonly unknown[];
}

/** The flow and every open sub-process. */
function levelsOf(level: Level): Level[] {
  const inner = level.nodes.flatMap((node) => (isContainer(node) && !node.collapsed ? levelsOf(node) : []));
  return [level, ...inner];
}

/** Two steps of a level may touch only if one is an event on the edge of the other; one of each pair has to count. */
function expectApart(
  nodes: readonly Node[],
  places: ReturnType<typeof placesOf>,
  counts: (node: Node) => boolean,
): void {
  for (const [at, a] of nodes.entries()) {
    for (const b of nodes.slice(at + 1)) {
      if (!counts(a) && !counts(b)) continue;
      const hosted =
        (a.kind === "boundary" && a.attachedTo === b.id) || (b.kind === "boundary" && b.attachedTo === a.id);
      const [here, there] = [places.get(a.id), places.get(b.id)];
      if (!here || !there) throw new Error(`No place for ${a.id} or ${b.id}`);
      if (!hosted && cover(here, there)) throw new Error(`${a.id} and ${b.id} cover each other`);
    }
  }
}

function cover(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
