import { Button } from "@mantine/core";
import { useLanguage } from "../../../i18n/use-language.ts";
import { StatusMark, type StatusTone } from "../../../parts/StatusMark.tsx";
import { useTimeTexts } from "../../../time/texts.ts";
import { momentWords } from "../../../time/time-words.ts";
import { useNow } from "../../../time/use-now.ts";
import type { SaveState } from "../../save/save-state.ts";
import { useEditTexts } from "../texts.ts";

/** How the edits stand with the server, in words. */
export function SaveWords({ state, onRetry }: { state: SaveState; onRetry(): void }) {
  const t = useEditTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const [tone, words] = looks();
  const at = state.kind === "saved" ? state.at : null;

  function looks(): [StatusTone | null, string] {
    switch (state.kind) {
      case "saved":
        return [null, t("saved")];
      case "unsaved":
      case "saving":
        return [null, t("saving")];
      case "offline":
        return state.kept ? ["risk", t("offline")] : ["late", t("offlineUnkept")];
      case "conflict":
        return ["risk", t("conflict")];
      case "refused":
        return ["late", t("refused")];
    }
  }

  return (
    <span className="save-words" title={at === null ? undefined : momentWords(at, now, language, time)}>
      <span role="status">
        {tone === null ? (
          <span className="quiet">{words}</span>
        ) : (
          <StatusMark tone={tone}>{words}</StatusMark>
        )}
      </span>
      {(state.kind === "offline" || state.kind === "refused") && (
        <Button variant="subtle" size="compact-xs" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </span>
  );
}
