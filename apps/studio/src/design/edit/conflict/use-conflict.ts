import type { Draft } from "@flowright/client";
import type { BilingualText, Side, WorkflowDefinition } from "@flowright/definition";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { usePersonName } from "../../../parts/use-people.ts";
import type { Autosave } from "../../save/autosave.ts";
import type { SaveState } from "../../save/save-state.ts";
import { isDrawable } from "../is-drawable.ts";
import { useConflictTexts } from "./texts.ts";
import { useMerging } from "./use-merging.ts";

interface UseConflict {
  readonly flow: string;
  readonly state: SaveState;
  readonly definition: WorkflowDefinition;
  readonly autosave: Autosave;
  /** Shows another definition as a step that can be undone. */
  show(definition: WorkflowDefinition, label: BilingualText): void;
  onReload(): void;
}

/** What can be merged: theirs, mine and what both began from. */
export interface Mergeable {
  readonly base: WorkflowDefinition;
  readonly mine: WorkflowDefinition;
  readonly theirs: WorkflowDefinition;
}

/** The ways out of a conflict. On each of them the side that loses stays restorable among the versions. */
export function useConflict({ flow, state, definition, autosave, show, onReload }: UseConflict) {
  const t = useConflictTexts();
  const nameOf = usePersonName();
  const queries = useQueryClient();
  const theirs: Draft | null = state.kind === "conflict" ? state.theirs : null;
  const base = state.kind === "conflict" ? state.base : null;
  const other = theirs?.definition;
  const merging = useMerging(state.kind === "conflict");
  const mergeable = useMemo((): Mergeable | null => {
    if (merging === null || base === null || !isDrawable(other) || !isDrawable(base)) return null;
    const all = { base, mine: definition, theirs: other };
    return Object.values(all).every(merging.isMergeable) ? all : null;
  }, [merging, base, other, definition]);
  const toChoose = useMemo(
    () => (merging === null || mergeable === null ? null : merging.mergeFlows(mergeable).conflicts.length),
    [merging, mergeable],
  );
  const told = (message: string) => {
    void queries.invalidateQueries({ queryKey: ["kept-drafts", flow] });
    notifications.show({ message, autoClose: 8_000 });
  };
  const take = useMutation({
    mutationFn: () => autosave.takeTheirs(),
    onSuccess: (taken) => {
      if (taken === null) {
        told(t("discardedMine"));
        onReload();
        return;
      }
      const who = nameOf(taken.savedBy);
      if (!isDrawable(taken.definition)) return onReload();
      show(taken.definition, {
        en: `Take the draft of ${who}`,
        "zh-CN": `采用${who}的草稿`,
      });
      told(t("tookTheirs", { who }));
    },
  });
  const keep = useMutation({
    mutationFn: () => autosave.keepMine(),
    onSuccess: (saved) => {
      if (saved) told(t("keptMine"));
    },
  });
  const merge = useMutation({
    mutationFn: async (choices: ReadonlyMap<string, Side>) => {
      if (merging === null || mergeable === null) return false;
      const { conflicts } = merging.mergeFlows({ ...mergeable, choices });
      return autosave.merge((mine) => {
        const { definition: both } = merging.mergeFlows({ ...mergeable, mine, choices });
        show(both, { en: "Put both drafts together", "zh-CN": "合并双方草稿" });
        return both;
      }, conflicts.length === 0);
    },
    onSuccess: (saved) => {
      if (saved) told(t("merged"));
    },
  });
  return {
    theirs,
    base,
    mergeable,
    toChoose,
    takeTheirs: () => take.mutate(),
    keepMine: () => keep.mutate(),
    merge: (choices: ReadonlyMap<string, Side>) => merge.mutate(choices),
    busy: take.isPending || keep.isPending || merge.isPending,
    error: take.error ?? merge.error,
  };
}
