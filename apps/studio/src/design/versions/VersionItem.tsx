import type { DefinitionVersion, VersionUsage } from "@flowright/client";
import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { usePersonName } from "../../parts/use-people.ts";
import { useMay } from "../../session/session-query.ts";
import { Moment } from "../../time/Moment.tsx";
import type { FlowState } from "./flow-state.ts";
import { useVersionTexts } from "./texts.ts";
import { WhatChanged } from "./WhatChanged.tsx";

interface VersionItemProps {
  readonly version: DefinitionVersion;
  readonly state: FlowState;
  /** The version before it; null for the first. */
  readonly previous: FlowState | null;
  readonly usage: VersionUsage | undefined;
  readonly latest: boolean;
  onCompare(): void;
  readonly onRestore: (() => void) | null;
}

/** A published version: who, when, why, what changed, and who runs on it. */
export function VersionItem(props: VersionItemProps) {
  const { version, state, previous, usage, latest, onCompare, onRestore } = props;
  const t = useVersionTexts();
  const nameOf = usePersonName();
  const mayMonitor = useMay("instance.read", "instance.operate");
  const number = version.version;
  const cases = usage === undefined ? null : usage.open + usage.finished;
  return (
    <li className="version">
      <div className="version-head">
        <Text fw={600}>{t("version", { version: number })}</Text>
        {latest && <span className="quiet version-latest">{t("latest")}</span>}
      </div>
      <Text size="sm" className="quiet">
        {nameOf(version.publishedBy)} · <Moment at={version.publishedAt} />
      </Text>
      <Text className={version.note === "" ? "quiet" : "version-note"}>{version.note || t("noNote")}</Text>
      {previous !== null && <WhatChanged before={previous} after={state} />}
      <Text size="sm" className="number">
        {usage === undefined ? (
          <span className="quiet">{t("running", { count: version.runningInstances })}</span>
        ) : mayMonitor && cases !== null && cases > 0 ? (
          <Link to="/monitor/cases" search={{ flow: version.id, version: number }} className="version-cases">
            {t("cases", { open: usage.open, finished: usage.finished })}
          </Link>
        ) : (
          <span className="quiet">{t("cases", { open: usage.open, finished: usage.finished })}</span>
        )}
      </Text>
      <Group gap="xs" mt={4}>
        <Button
          size="xs"
          variant="default"
          aria-label={t("viewVersion", { version: number })}
          renderRoot={(link) => (
            <Link
              to="/design/$flowId"
              params={{ flowId: version.id }}
              search={{ version: number }}
              {...link}
            />
          )}
        >
          {t("view")}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={t("compareWhat", { what: t("version", { version: number }) })}
          onClick={onCompare}
        >
          {t("compare")}
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
