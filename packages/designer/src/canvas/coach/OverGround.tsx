import { Suspense } from "react";
import { lazyPart } from "../../lazy-part.ts";
import { FoundOnCanvas } from "../find/FoundMarks.tsx";
import { NoteLayer } from "../note/NoteLayer.tsx";
import { TermsOnCanvas } from "./TermsOnCanvas.tsx";

const CommentPins = lazyPart(async () => (await import("../comment/CommentPins.tsx")).CommentPins);

/** What stands on the canvas beside the steps: notes, pins of comments, marks of what was found, terms. */
export function OverGround() {
  return (
    <>
      <NoteLayer />
      <FoundOnCanvas />
      <TermsOnCanvas />
      <Suspense>
        <CommentPins />
      </Suspense>
    </>
  );
}
