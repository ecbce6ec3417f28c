import type { DrawingNote, WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import type { Place } from "../../model/geometry/size-of.ts";

export const NOTE_SIZE = { width: 208, height: 112 };

/** Where a note is drawn: at its own place, or above the step that it is about. */
export function placeOfNote(definition: WorkflowDefinition, note: DrawingNote): Place {
  const size = note.size ?? NOTE_SIZE;
  if (note.position) return { ...note.position, ...size };
  const { edges } = indexOf(definition);
  for (const id of note.about ?? []) {
    const step = absolutePlace(definition, edges.get(id)?.edge.source ?? id);
    if (step) return { x: step.x, y: step.y - size.height - 24, ...size };
  }
  return { x: 0, y: -size.height - 48, ...size };
}
