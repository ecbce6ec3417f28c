import type { KeptDraft } from "@flowright/client";
import { Button, Group, Text } from "@mantine/core";
import { usePersonName } from "../../parts/use-people.ts";
import { Moment } from "../../time/Moment.tsx";
import { useVersionTexts } from "./texts.ts";

interface KeptItemProps {
  readonly kept: KeptDraft;
  readonly title: string;
  onCompare(): void;
  readonly onRestore: (() => void) | null;
  /** Null where it goes by itself. */
  readonly onRemove: (() => void) | null;
}

/** A state of the draft that somebody named, or that is kept for a while. */
export function KeptItem({ kept, title, onCompare, onRestore, onRemove }: KeptItemProps) {
  const t = useVersionTexts();
  const nameOf = usePersonName();
  return (
    <li className="version">
      <div className="version-head">
        <Text fw={600}>{title}</Text>
        {kept.reason === "named" && <span className="quiet version-latest">{t("notPublished")}</span>}
      </div>
      <Text size="sm" className="quiet">
        {kept.reason === "named" ? (
          <>
            {nameOf(kept.savedBy)} · <Moment at={kept.savedAt} />
          </>
        ) : (
          kept.until !== null && (
            <>
              {t("until")} <Moment at={kept.until} />
            </>
          )
        )}
      </Text>
      {kept.note !== "" && <Text className="version-note">{kept.note}</Text>}
      <Group gap="xs" mt={4}>
        <Button
          size="xs"
          variant="default"
          aria-label={t("compareWhat", { what: title })}
          onClick={onCompare}
        >
          {t("compare")}
        </Button>
        {onRestore !== null && (
          <Button
            size="xs"
            variant="default"
            aria-label={t("restoreWhat", { what: title })}
            onClick={onRestore}
          >
            {t("restore")}
          </Button>
        )}
        {onRemove !== null && (
          <Button size="xs" variant="subtle" aria-label={t("removeWhat", { what: title })} onClick={onRemove}>
            {t("remove")}
          </Button>
        )}
      </Group>
    </li>
  );
}
