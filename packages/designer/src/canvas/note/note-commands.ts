import type { DrawingNote, WorkflowDefinition } from "@flowright/definition";
import type { Command } from "../../model/command/command.ts";
import { idsFor } from "../../model/document/new-id.ts";
import { type Patch, patched } from "../../model/document/patch.ts";

/** As the schema of definitions has it. */
const MOST_LETTERS = 20_000;

/** A note on the ground, or about a step or line. */
export function addNote(place: Pick<DrawingNote, "position" | "about" | "in">): Command {
  return {
    label: { en: "Add note", "zh-CN": "添加便签" },
    execute: (definition) => {
      const id = newNoteId(definition);
      const note: DrawingNote = { id, text: "", ...place };
      return { ok: true, definition: withNotes(definition, (notes) => [...notes, note]), selection: [] };
    },
  };
}

/** Another text, colour or place; typing and dragging are one step each. */
export function changeNote(
  id: string,
  patch: Patch<Pick<DrawingNote, "text" | "colour" | "position" | "about" | "inTasks" | "size">>,
): Command {
  const text = typeof patch.text === "string" ? { text: patch.text.slice(0, MOST_LETTERS) } : {};
  return {
    label:
      "text" in patch
        ? { en: "Write note", "zh-CN": "编辑便签" }
        : "position" in patch
          ? { en: "Move note", "zh-CN": "移动便签" }
          : { en: "Change note", "zh-CN": "修改便签" },
    coalesce: "text" in patch ? `note-text:${id}` : undefined,
    execute: (definition) => ({
      ok: true,
      definition: withNotes(definition, (notes) =>
        notes.map((note) => (note.id === id ? patched<DrawingNote>(note, { ...patch, ...text }) : note)),
      ),
    }),
  };
}

export function removeNote(id: string): Command {
  return {
    label: { en: "Delete note", "zh-CN": "删除便签" },
    execute: (definition) => ({
      ok: true,
      definition: withNotes(definition, (notes) => notes.filter((note) => note.id !== id)),
    }),
  };
}

function withNotes(
  definition: WorkflowDefinition,
  change: (notes: readonly DrawingNote[]) => readonly DrawingNote[],
): WorkflowDefinition {
  const before = definition.drawing?.notes ?? [];
  const after = change(before);
  if (after.length === before.length && after.every((note, at) => note === before[at])) return definition;
  const { notes: _, ...rest } = definition.drawing ?? {};
  const drawing = after.length === 0 ? rest : { ...rest, notes: [...after] };
  if (Object.keys(drawing).length > 0) return { ...definition, drawing };
  const { drawing: __, ...bare } = definition;
  return bare;
}

/** Groups, notes and lanes share their ids with the steps. */
function newNoteId(definition: WorkflowDefinition): string {
  const { notes = [], groups = [], lanes = [] } = definition.drawing ?? {};
  const drawn = new Set([...notes, ...groups, ...lanes].map(({ id }) => id));
  const newId = idsFor(definition);
  let id = newId("note");
  while (drawn.has(id)) id = newId("note");
  return id;
}
