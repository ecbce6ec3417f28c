import { Suspense } from "react";
import { lazyPart } from "../../lazy-part.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { FoundOnCanvas } from "../find/FoundMarks.tsx";
import { NoteLayer } from "../note/NoteLayer.tsx";
import { usePreference } from "./preferences.ts";

const CommentPins = lazyPart(async () => (await import("../comment/CommentPins.tsx")).CommentPins);

const TermsOnCanvas = lazyPart(async () => (await import("./TermsOnCanvas.tsx")).TermsOnCanvas);
const PreviewGhost = lazyPart(async () => (await import("../preview/PreviewGhost.tsx")).PreviewGhost);

/** What stands on the canvas beside the steps: notes, pins of comments, marks of what was found, terms. */
export function OverGround() {
  const preview = useCanvasUi((state) => state.preview);
  const expert = usePreference("expert");
  return (
    <>
      <NoteLayer />
      <FoundOnCanvas />
      <Suspense>{expert && <TermsOnCanvas />}</Suspense>
      <Suspense>
        <CommentPins />
      </Suspense>
      <Suspense>{preview && <PreviewGhost command={preview} />}</Suspense>
    </>
  );
}
