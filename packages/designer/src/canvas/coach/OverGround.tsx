import { CommentPins } from "../comment/CommentPins.tsx";
import { FoundOnCanvas } from "../find/FoundMarks.tsx";
import { NoteLayer } from "../note/NoteLayer.tsx";
import { TermsOnCanvas } from "./TermsOnCanvas.tsx";

/** What stands on the canvas beside the steps: notes, pins of comments, marks of what was found, terms. */
export function OverGround() {
  return (
    <>
      <NoteLayer />
      <FoundOnCanvas />
      <TermsOnCanvas />
      <CommentPins />
    </>
  );
}
