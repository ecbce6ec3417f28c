import type { DecisionVersionInfo } from "@flowright/client";
import type { DecisionTable } from "@flowright/definition";
import { DecisionTableEditor } from "@flowright/designer";
import "@flowright/designer/style.css";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useBlocker, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { DecisionUses } from "./DecisionUses.tsx";
import { DecisionVersions } from "./DecisionVersions.tsx";
import { DesignNav } from "./DesignNav.tsx";
import "./decisions.css";
import { PublishDecisionDialog } from "./PublishDecisionDialog.tsx";
import { useDecisionTexts } from "./texts.ts";

interface DecisionViewProps {
  readonly id: string;
  /** The version that is shown; null: none is published yet. */
  readonly published: number | null;
  readonly table: DecisionTable;
  readonly versions: readonly DecisionVersionInfo[];
}

/** A decision table with its versions and with those who ask it. */
export function DecisionView({ id, published, table: stored, versions }: DecisionViewProps) {
  const t = useDecisionTexts();
  const language = useLanguage();
  const theme = useScheme();
  const mayPublish = useMay("definition.publish");
  const navigate = useNavigate();
  const [table, setTable] = useState(stored);
  const [asking, setAsking] = useState(false);
  /** An old version that is edited becomes the next one. */
  const [takenOver, setTakenOver] = useState(false);
  const latest = versions[0]?.version ?? 0;
  const old = published !== null && published < latest;
  const changed = published === null || takenOver || JSON.stringify(table) !== JSON.stringify(stored);
  const editable = mayPublish && (!old || takenOver);
  const name = textOf(table.name, language) || id;
  useWhereIAm(name);
  const leaving = useBlocker({
    // What was published leads on to its version.
    shouldBlockFn: ({ next }) => changed && editable && next.pathname !== `/decisions/${id}`,
    enableBeforeUnload: () => changed && editable,
    withResolver: true,
  });
  const standing = published === null ? "neverPublished" : changed ? "unpublished" : "same";
  return (
    <>
      <DesignNav />
      <div className="page">
        <div className="page-head">
          <div>
            <h1>{name}</h1>
            <p className="quiet">
              <span className="number">{id}</span> · {t(standing)}
            </p>
          </div>
          {editable && (
            <Group gap="xs">
              {published !== null && changed && (
                <Button
                  variant="default"
                  onClick={() => {
                    setTable(stored);
                    setTakenOver(false);
                  }}
                >
                  {t("discard")}
                </Button>
              )}
              <Button disabled={!changed} onClick={() => setAsking(true)}>
                {t("publish", { version: latest + 1 })}
              </Button>
            </Group>
          )}
        </div>
        {old && !takenOver && (
          <div className="card decision-old">
            <Text>{t("oldVersion", { version: published, latest })}</Text>
            <Group gap="xs">
              <Button
                variant="default"
                size="xs"
                onClick={() =>
                  void navigate({ to: "/decisions/$decisionId", params: { decisionId: id }, search: {} })
                }
              >
                {t("toNewest")}
              </Button>
              {mayPublish && (
                <Button variant="default" size="xs" onClick={() => setTakenOver(true)}>
                  {t("takeOver")}
                </Button>
              )}
            </Group>
          </div>
        )}
        <section className="card decision-table" aria-label={name}>
          <DecisionTableEditor
            table={table}
            language={language}
            theme={theme}
            readOnly={!editable}
            onChange={setTable}
          />
        </section>
        {published !== null && (
          <div className="decision-columns">
            <DecisionVersions id={id} shown={published} versions={versions} />
            <DecisionUses id={id} />
          </div>
        )}
        {asking && (
          <PublishDecisionDialog
            id={id}
            name={name}
            table={table}
            next={latest + 1}
            onClose={() => setAsking(false)}
          />
        )}
        <Modal
          opened={leaving.status === "blocked"}
          onClose={() => leaving.reset?.()}
          title={<Text fw={600}>{t("leaveTitle")}</Text>}
        >
          <Text>{t("leaveLead")}</Text>
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={() => leaving.reset?.()}>
              {t("stay")}
            </Button>
            <Button color="red.8" onClick={() => leaving.proceed?.()}>
              {t("leave")}
            </Button>
          </Group>
        </Modal>
      </div>
    </>
  );
}
