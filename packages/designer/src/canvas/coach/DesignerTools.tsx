import { type RefObject, Suspense } from "react";
import { lazyPart } from "../../lazy-part.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import type { CommandSearch } from "../find/command-search.ts";
import { FoundInColumn } from "../find/FoundMarks.tsx";
import { useKeysAhead } from "../keys/ahead/use-keys-ahead.ts";
import { useDesignerKeys } from "../keys/use-designer-keys.ts";
import { useAddNote } from "../note/use-add-note.ts";

/** What nobody needs before the drawing is there comes after it. */
const FindBar = lazyPart(async () => (await import("../find/FindBar.tsx")).FindBar);
const CommentGround = lazyPart(async () => (await import("../comment/CommentGround.tsx")).CommentGround);
const CommentsPanel = lazyPart(async () => (await import("../comment/CommentsPanel.tsx")).CommentsPanel);
const EditToast = lazyPart(async () => (await import("./EditToast.tsx")).EditToast);
const Tips = lazyPart(async () => (await import("./Tips.tsx")).Tips);
const CommandPalette = lazyPart(async () => (await import("../find/CommandPalette.tsx")).CommandPalette);

interface DesignerToolsProps {
  readonly frame: RefObject<HTMLElement | null>;
  readonly search: CommandSearch | undefined;
  readonly tips: boolean;
}

/** What is the same in both views: find, commands, comments, tips, and what is read aloud after a change. */
export function DesignerTools({ frame, search, tips }: DesignerToolsProps) {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const act = useDesignerKeys(store, ui, frame, useAddNote(store, ui));
  useKeysAhead(store, ui, frame);
  return (
    <>
      <FoundInColumn />
      <Suspense>
        <CommentGround />
      </Suspense>
      <Suspense>
        <FindBar />
      </Suspense>
      <Suspense>
        <CommandPalette act={act} search={search} />
      </Suspense>
      <Suspense>
        <CommentsPanel />
        <EditToast />
        {tips && <Tips />}
      </Suspense>
    </>
  );
}
