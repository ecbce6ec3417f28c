import type { DefinitionVersion } from "@flowright/client";
import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { usePersonName } from "../../parts/use-people.ts";
import { Moment } from "../../time/Moment.tsx";
import { useVersionTexts } from "./texts.ts";

interface VersionItemProps {
  readonly version: DefinitionVersion;
  readonly latest: boolean;
  readonly onRestore: (() => void) | null;
}

export function VersionItem({ version, latest, onRestore }: VersionItemProps) {
  const t = useVersionTexts();
  const nameOf = usePersonName();
  const number = version.version;
  return (
    <li className="version">
      <div className="version-head">
        <Text fw={600}>{t("version", { version: number })}</Text>
        {latest && <span className="quiet version-latest">{t("latest")}</span>}
      </div>
      <Text size="sm" className="quiet">
        {nameOf(version.publishedBy)} · <Moment at={version.publishedAt} /> ·{" "}
        <span className="number">{t("running", { count: version.runningInstances })}</span>
      </Text>
      <Text className={version.note === "" ? "quiet" : "version-note"}>{version.note || t("noNote")}</Text>
      <Group gap="xs" mt={4}>
        <Button
          size="xs"
          variant="default"
          aria-label={t("viewVersion", { version: number })}
          renderRoot={(props) => (
            <Link
              to="/design/$flowId"
              params={{ flowId: version.id }}
              search={{ version: number }}
              {...props}
            />
          )}
        >
          {t("view")}
        </Button>
        {onRestore !== null && (
          <Button
            size="xs"
            variant="default"
            aria-label={t("restoreVersion", { version: number })}
            onClick={onRestore}
          >
            {t("restore")}
          </Button>
        )}
      </Group>
    </li>
  );
}
