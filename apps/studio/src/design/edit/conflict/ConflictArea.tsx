import { mergeFlows, type WorkflowDefinition } from "@flowright/definition";
import { useState } from "react";
import { usePersonName } from "../../../parts/use-people.ts";
import { CompareDialog } from "../../versions/CompareDialog.tsx";
import { stateAtHand } from "../../versions/flow-state.ts";
import { isDrawable } from "../is-drawable.ts";
import { ConflictBanner } from "../note/ConflictBanner.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { useConflictTexts } from "./texts.ts";
import type { useConflict } from "./use-conflict.ts";

interface ConflictAreaProps {
  readonly conflict: ReturnType<typeof useConflict>;
  readonly me: string;
  /** Mine. */
  readonly definition: WorkflowDefinition;
  readonly busy: boolean;
  onSaveCopy(): void;
}

/** The banner of a conflict, with the difference and the choices that it opens. */
export function ConflictArea({ conflict, me, definition, busy, onSaveCopy }: ConflictAreaProps) {
  const t = useConflictTexts();
  const nameOf = usePersonName();
  const [dialog, setDialog] = useState<"compare" | "merge" | null>(null);
  const { theirs, base, mergeable, toChoose } = conflict;
  const other = theirs?.definition;
  const who =
    theirs === null
      ? ""
      : theirs.savedBy === me
        ? t("otherWindow")
        : t("theirs", { who: nameOf(theirs.savedBy) });
  const states = [
    ...(base === null ? [] : [stateAtHand("base", t("common"), base)]),
    ...(isDrawable(other) ? [stateAtHand("theirs", who, other)] : []),
    stateAtHand("mine", t("mine"), definition),
    ...(mergeable === null || dialog !== "compare"
      ? []
      : [stateAtHand("both", t("both"), mergeFlows(mergeable).definition)]),
  ];
  return (
    <>
      <ConflictBanner
        theirs={theirs}
        me={me}
        busy={busy || conflict.busy}
        toChoose={toChoose}
        onCompare={isDrawable(other) ? () => setDialog("compare") : null}
        onMerge={() => (toChoose === 0 ? conflict.merge(new Map()) : setDialog("merge"))}
        onTakeTheirs={conflict.takeTheirs}
        onKeepMine={conflict.keepMine}
        onSaveCopy={onSaveCopy}
      />
      {dialog === "compare" && (
        <CompareDialog
          title={t("compare")}
          states={states}
          before="theirs"
          after="mine"
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "merge" && mergeable !== null && (
        <MergeDialog
          mergeable={mergeable}
          who={who}
          onMerge={(choices) => {
            setDialog(null);
            conflict.merge(choices);
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
