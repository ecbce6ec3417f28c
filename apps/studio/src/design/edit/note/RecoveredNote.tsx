import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useTimeTexts } from "../../../time/texts.ts";
import { momentWords } from "../../../time/time-words.ts";
import { useNow } from "../../../time/use-now.ts";
import { useEditTexts } from "../texts.ts";

/** Says that edits which a reload or crash interrupted are back, until it is closed. */
export function RecoveredNote({ at, onDiscard }: { at: string; onDiscard(): void }) {
  const t = useEditTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  return (
    <div className="edit-banner" role="status">
      <span className="edit-banner-words">
        {t("recovered", { when: momentWords(at, now, language, time) })}
      </span>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setClosed(true);
            onDiscard();
          }}
        >
          {t("discard")}
        </Button>
        <Button size="xs" variant="default" onClick={() => setClosed(true)}>
          {t("dismiss")}
        </Button>
      </Group>
    </div>
  );
}
