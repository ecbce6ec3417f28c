import { Button } from "@mantine/core";
import { useRef } from "react";
import { useLanguage } from "../../../i18n/use-language.ts";
import { StatusMark, type StatusTone } from "../../../parts/StatusMark.tsx";
import { useTimeTexts } from "../../../time/texts.ts";
import { momentWords } from "../../../time/time-words.ts";
import { useNow } from "../../../time/use-now.ts";
import type { SaveState } from "../../save/save-state.ts";
import { useEditTexts } from "../texts.ts";
import { SavedAgo } from "./SavedAgo.tsx";

/** How the edits stand with the server, in words. */
export function SaveWords({ state, onRetry }: { state: SaveState; onRetry(): void }) {
  const t = useEditTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const [tone, words] = looks();
  const at = state.kind === "saved" ? state.at : null;
  // The clocks of server and device may differ, so what was saved here is timed here.
  const here = useRef<{ readonly state: SaveState; readonly since: number | null }>({ state, since: null });
  if (here.current.state !== state) here.current = { state, since: Date.now() };
  const since = here.current.since ?? (at === null ? null : Date.parse(at));

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
      {at !== null && since !== null && <SavedAgo since={since} />}
      {(state.kind === "offline" || state.kind === "refused") && (
        <Button variant="subtle" size="compact-xs" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </span>
  );
}
