import type { Draft } from "@flowright/client";
import { Button, Group } from "@mantine/core";
import { useLanguage } from "../../../i18n/use-language.ts";
import { usePersonName } from "../../../parts/use-people.ts";
import { useTimeTexts } from "../../../time/texts.ts";
import { momentWords } from "../../../time/time-words.ts";
import { useNow } from "../../../time/use-now.ts";
import { useConflictTexts } from "../conflict/texts.ts";

interface ConflictBannerProps {
  /** Null: the draft was deleted. */
  readonly theirs: Draft | null;
  readonly me: string;
  readonly busy: boolean;
  /** How many places both changed; null where the two cannot be put together. */
  readonly toChoose: number | null;
  /** Null where theirs cannot be drawn. */
  readonly onCompare: (() => void) | null;
  onMerge(): void;
  onTakeTheirs(): void;
  onKeepMine(): void;
  onSaveCopy(): void;
}

/** Somebody else saved the draft: nothing is lost, and the person decides; the drawing stays usable meanwhile. */
export function ConflictBanner({ theirs, me, busy, toChoose, ...act }: ConflictBannerProps) {
  const t = useConflictTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const nameOf = usePersonName();
  const when = theirs === null ? "" : momentWords(theirs.savedAt, now, language, time);
  const mine = theirs?.savedBy === me;
  const fits =
    toChoose === null ? "" : toChoose === 0 ? ` ${t("fits")}` : ` ${t("touches", { count: toChoose })}`;
  return (
    <div className="edit-banner" data-tone="risk" role="alert">
      <span className="edit-banner-words">
        <span aria-hidden="true">◐ </span>
        {theirs === null
          ? t("conflictGone")
          : mine
            ? t("conflictMine", { when })
            : t("conflictBy", { who: nameOf(theirs.savedBy), when })}
        {fits}
      </span>
      <Group gap="xs">
        {toChoose !== null && (
          <Button size="xs" disabled={busy} onClick={act.onMerge}>
            {toChoose === 0 ? t("merge") : t("mergeChoosing")}
          </Button>
        )}
        {act.onCompare !== null && (
          <Button size="xs" variant="default" onClick={act.onCompare}>
            {t("compare")}
          </Button>
        )}
        <Button size="xs" variant="default" disabled={busy} onClick={act.onTakeTheirs}>
          {theirs === null ? t("discardMine") : mine ? t("takeOther") : t("takeTheirs")}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={act.onKeepMine}>
          {theirs === null ? t("saveAgain") : mine ? t("keepThis") : t("keepMine")}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={act.onSaveCopy}>
          {t("saveCopy")}
        </Button>
      </Group>
    </div>
  );
}
