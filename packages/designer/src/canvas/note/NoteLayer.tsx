import { ViewportPortal } from "@xyflow/react";
import { Suspense } from "react";
import { lazyPart } from "../../lazy-part.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesigner } from "../../store-context.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";
import { placeOfNote } from "./notes-of.ts";

/** Most flows have no notes. */
const NoteCard = lazyPart(async () => (await import("./NoteCard.tsx")).NoteCard);

/** The notes of the flow, and dotted lines from each to what it is about. */
export function NoteLayer() {
  const definition = useDesigner((state) => state.definition);
  const ground = groundOf(
    definition,
    useCanvasUi((state) => state.ground),
  );
  const notes = (definition.drawing?.notes ?? []).filter(
    (note) => (note.in ?? null) === ground || ground === null,
  );
  if (notes.length === 0) return null;
  const drawn = drawnOf(definition, ground);
  const { edges } = indexOf(definition);
  const ties = notes.flatMap((note) => {
    const from = placeOfNote(drawn, note);
    return (note.about ?? []).flatMap((id) => {
      const to = absolutePlace(drawn, edges.get(id)?.edge.source ?? id);
      if (!to) return [];
      const below = to.y > from.y + from.height / 2;
      return [
        {
          key: `${note.id}:${id}`,
          d: `M${from.x + from.width / 2} ${from.y + (below ? from.height : 0)}L${to.x + to.width / 2} ${
            to.y + (below ? 0 : to.height)
          }`,
        },
      ];
    });
  });
  return (
    <ViewportPortal>
      <svg className="fw-note-ties" aria-hidden="true">
        {ties.map(({ key, d }) => (
          <path key={key} d={d} />
        ))}
      </svg>
      <Suspense>
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} place={placeOfNote(drawn, note)} />
        ))}
      </Suspense>
    </ViewportPortal>
  );
}
