import type { WorkflowDefinition } from "@flowright/definition";
import { execute, type History, historyOf, redone, treeOf, undone } from "@flowright/designer/model";
import fc from "fast-check";
import { block } from "../generator/blocks.ts";
import { drawn } from "../generator/drawing.ts";
import { features } from "../generator/features.ts";
import { tangle } from "../generator/tangle.ts";
import { containersOf, lostIn } from "./columns.ts";
import { type EditChoice, randomEdit } from "./random-edit.ts";

const kinds = features();
const flows = fc.oneof(block(kinds).map(drawn), tangle(kinds, 12));
const edits = fc.array(fc.tuple(fc.nat(100), fc.nat(1000), fc.nat(1000)), { minLength: 6, maxLength: 6 });

/** What was looked at, to know that it was something. */
export interface Seen {
  flows: number;
  edits: number;
  free: number;
}

/**
 * Generated flows, structured and tangled, as a column and back: every step and every line is shown once, the flow
 * read from its JSON is the same column, and whatever is edited is undone and redone to the same bytes.
 */
export function losslessViews(seen: Seen) {
  return fc.property(flows, edits, (definition, list) => {
    seen.flows += 1;
    expectWhole(definition);
    for (const { id } of containersOf(definition)) {
      const tree = JSON.stringify(treeOf(definition, id));
      if (tree.includes('"type":"free"')) seen.free += 1;
      const again = treeOf(JSON.parse(JSON.stringify(definition)) as WorkflowDefinition, id);
      if (JSON.stringify(again) !== tree) throw new Error(`Another column for the same JSON in ${id}`);
    }
    const history = played(definition, list, seen);
    const end = JSON.stringify(history.definition);
    let back = history;
    while (back.past.length > 0) back = undone(back);
    if (JSON.stringify(back.definition) !== JSON.stringify(definition)) throw new Error("Not undone");
    while (back.future.length > 0) back = redone(back);
    if (JSON.stringify(back.definition) !== end) throw new Error("Not redone");
  });
}

function played(definition: WorkflowDefinition, list: readonly EditChoice[], seen: Seen): History {
  let history = historyOf(definition);
  list.forEach((choice, at) => {
    const edit = randomEdit(history.definition, choice);
    if (!edit) return;
    const { history: next, outcome } = execute(history, edit, at * 5_000);
    history = next;
    if (!outcome.ok) return;
    seen.edits += 1;
    expectWhole(history.definition);
  });
  return history;
}

function expectWhole(definition: WorkflowDefinition): void {
  const lost = lostIn(definition);
  if (lost.length > 0)
    throw new Error(`Lost or shown twice: ${lost.join(", ")}\n${JSON.stringify(definition)}`);
}
