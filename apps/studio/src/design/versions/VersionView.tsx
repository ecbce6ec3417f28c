import "@flowright/designer/style.css";
import { FlowViewer } from "@flowright/designer/viewer";
import { Button, Skeleton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { Moment } from "../../time/Moment.tsx";
import { ExportBpmnDialog } from "../bpmn/export/ExportBpmnDialog.tsx";
import { useBpmnTexts } from "../bpmn/texts.ts";
import { EditorHead } from "../edit/EditorHead.tsx";
import { useWorkspaceChoices } from "../edit/use-workspace-choices.ts";
import { readDraft } from "../save/read-draft.ts";
import { RestoreDialog } from "./RestoreDialog.tsx";
import { useVersionTexts } from "./texts.ts";
import "./versions.css";

/** A published version to look at, and to restore. */
export function VersionView({ flow, version }: { flow: string; version: number }) {
  const t = useVersionTexts();
  const language = useLanguage();
  const theme = useScheme();
  const nameOf = usePersonName();
  const navigate = useNavigate();
  const mayWrite = useMay("definition.write");
  const choices = useWorkspaceChoices();
  const bpmn = useBpmnTexts();
  const [asking, setAsking] = useState(false);
  const [exporting, setExporting] = useState(false);
  const read = useQuery({
    queryKey: ["definition", flow, version],
    queryFn: () => api().definitions.read(flow, version),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const name = textOf(read.data?.definition.name, language) || flow;
  useWhereIAm(`${name} · ${t("version", { version })}`);
  const restore = useMutation({
    mutationFn: async () => {
      const { definition } = await api().definitions.read(flow, version);
      const draft = await readDraft(flow);
      await api().drafts.save(
        flow,
        { definition: { ...definition }, keepReplaced: true },
        draft?.revision ?? null,
      );
    },
    onSuccess: () => {
      notifications.show({ message: t("restored", { version }) });
      void navigate({ to: "/design/$flowId", params: { flowId: flow } });
    },
  });
  if (read.isError) return <LoadFailure error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div className="edit">
      <EditorHead
        name={name}
        facts={
          <>
            <span className="version-viewing">{t("viewing", { version })}</span>
            {read.data !== undefined && (
              <span className="quiet">
                {nameOf(read.data.publishedBy)} · <Moment at={read.data.publishedAt} />
              </span>
            )}
          </>
        }
      >
        <Button
          variant="default"
          className="edit-wide"
          disabled={read.data === undefined}
          onClick={() => setExporting(true)}
        >
          {bpmn("exportMenu")}
        </Button>
        {mayWrite && (
          <Button variant="default" disabled={read.data === undefined} onClick={() => setAsking(true)}>
            {t("restore")}
          </Button>
        )}
        <Button renderRoot={(props) => <Link to="/design/$flowId" params={{ flowId: flow }} {...props} />}>
          {mayWrite ? t("toDraft") : t("toFlow")}
        </Button>
      </EditorHead>
      {read.data !== undefined && read.data.note !== "" && (
        <div className="edit-banner">
          <Text size="sm" className="version-note">
            {read.data.note}
          </Text>
        </div>
      )}
      <section className="edit-canvas" aria-label={t("picture", { version })}>
        {read.data === undefined ? (
          <Skeleton h="100%" />
        ) : (
          <FlowViewer definition={read.data.definition} language={language} theme={theme} {...choices} />
        )}
      </section>
      <ExportBpmnDialog
        definition={exporting ? (read.data?.definition ?? null) : null}
        file={`${flow}-v${version}`}
        onClose={() => setExporting(false)}
      />
      <RestoreDialog
        version={asking ? version : null}
        busy={restore.isPending}
        error={restore.error}
        onConfirm={() => restore.mutate()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
