import type { DefinitionVersion, KeptDraft } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { useTimeTexts } from "../../time/texts.ts";
import { momentWords } from "../../time/time-words.ts";
import { useNow } from "../../time/use-now.ts";
import { type FlowState, stateAtHand, stateOfKept, stateOfVersion } from "./flow-state.ts";
import { useVersionTexts } from "./texts.ts";

/** The id of the draft among the states. */
export const DRAFT = "draft";

/** The kept states of a draft, the latest first. */
export function useKeptDrafts(flow: string, asked: boolean) {
  return useQuery({
    queryKey: ["kept-drafts", flow],
    queryFn: ({ signal }) => api().drafts.kept(flow, { signal }),
    enabled: asked,
  });
}

/** How a kept state is called: by its name, else by why it is there, whose it is and when it was saved. */
export function useKeptTitle(): (kept: KeptDraft) => string {
  const t = useVersionTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const nameOf = usePersonName();
  return (kept) =>
    kept.name ||
    t(kept.reason === "named" ? "replaced" : kept.reason, {
      who: nameOf(kept.savedBy),
      when: momentWords(kept.savedAt, now, language, time),
    });
}

/** Every state of a flow that can be compared: the draft, the versions, and what is kept beside them. */
export function useFlowStates(
  flow: string,
  draft: WorkflowDefinition | null,
  versions: readonly DefinitionVersion[],
  kept: readonly KeptDraft[],
): readonly FlowState[] {
  const t = useVersionTexts();
  const keptTitle = useKeptTitle();
  return [
    ...(draft === null ? [] : [stateAtHand(DRAFT, t("draft"), draft)]),
    ...versions.map((version) => stateOfVersion(version, t("version", { version: version.version }))),
    ...kept.map((one) => stateOfKept(flow, one, keptTitle(one))),
  ];
}
