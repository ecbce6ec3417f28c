import type { RefObject } from "react";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { CommentGround } from "../comment/CommentGround.tsx";
import { CommentsPanel } from "../comment/CommentsPanel.tsx";
import { CommandPalette } from "../find/CommandPalette.tsx";
import type { CommandSearch } from "../find/command-search.ts";
import { FindBar } from "../find/FindBar.tsx";
import { FoundInColumn } from "../find/FoundMarks.tsx";
import { useDesignerKeys } from "../keys/use-designer-keys.ts";
import { useAddNote } from "../note/use-add-note.ts";
import { EditToast } from "./EditToast.tsx";
import { Tips } from "./Tips.tsx";

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
  return (
    <>
      <FoundInColumn />
      <CommentGround />
      <FindBar />
      <CommentsPanel />
      <EditToast />
      {tips && <Tips />}
      <CommandPalette act={act} search={search} />
    </>
  );
}
