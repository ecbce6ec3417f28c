import type { Draft } from "@flowright/client";
import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { FlowDesigner } from "@flowright/designer";
import "@flowright/designer/style.css";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useLive } from "../../live/use-live.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { useMay, useSession } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { ImportOntoCanvas } from "../bpmn/ImportOntoCanvas.tsx";
import type { BpmnSource } from "../bpmn/read/bpmn-source.ts";
import { PublishDialog } from "../publish/PublishDialog.tsx";
import { useAutosave } from "../save/use-autosave.ts";
import { VersionsDrawer } from "../versions/VersionsDrawer.tsx";
import { downloadJson } from "./download-json.ts";
import { EditorHead } from "./EditorHead.tsx";
import { EditorMenu } from "./EditorMenu.tsx";
import { isDrawable } from "./is-drawable.ts";
import { ConflictBanner } from "./note/ConflictBanner.tsx";
import { RecoveredNote } from "./note/RecoveredNote.tsx";
import { RefusedNote } from "./note/RefusedNote.tsx";
import { SaveWords } from "./note/SaveWords.tsx";
import { type OpenedFlow, readVersions } from "./open-flow.ts";
import { useEditTexts } from "./texts.ts";
import { useDiscardDraft } from "./use-discard-draft.ts";
import { useRecovery } from "./use-recovery.ts";
import { useSaveCopy } from "./use-save-copy.ts";
import { tryCall, useWorkspaceChoices } from "./use-workspace-choices.ts";

interface FlowEditorProps {
  readonly flow: string;
  readonly opened: OpenedFlow;
  readonly content: WorkflowDefinition;
  /** Opens the flow anew from the server. */
  onReload(): void;
}

/** The designer of one flow, saving by itself; read only where the person may not change flows. */
export function FlowEditor({ flow, opened, content, onReload }: FlowEditorProps) {
  const t = useEditTexts();
  const language = useLanguage();
  const theme = useScheme();
  const nameOf = usePersonName();
  const { person, workspace } = useSession();
  const mayWrite = useMay("definition.write");
  const mayPublish = useMay("definition.publish");
  const choices = useWorkspaceChoices();
  const [dialog, setDialog] = useState<"publish" | "versions" | null>(null);
  const [importing, setImporting] = useState<BpmnSource | "ask" | null>(null);
  const [goTo, setGoTo] = useState<Problem | null>(null);

  const { start, journal, recovered } = useRecovery({
    flow,
    workspace: workspace.id,
    user: person.user,
    opened,
    content,
    mayWrite,
  });
  const [definition, setDefinition] = useState(recovered?.definition ?? content);
  const show = (draft: Draft) => {
    if (isDrawable(draft.definition)) setDefinition(draft.definition);
    else onReload();
  };
  const { autosave, state } = useAutosave({
    flow,
    start,
    journal,
    recovered: recovered?.definition ?? null,
    onTheirs: (draft) => {
      show(draft);
      notifications.show({ message: t("theirsTaken", { who: nameOf(draft.savedBy) }) });
    },
  });
  const change = (next: WorkflowDefinition) => {
    setDefinition(next);
    autosave.change(next);
  };

  const versions = useQuery({
    queryKey: ["definition", flow, "versions"],
    queryFn: () => readVersions(flow),
    initialData: opened.versions,
  });
  useLive(`definition:${flow}`, (changes) => {
    if (changes === null || changes.some(({ kind }) => kind === "definition.published")) {
      void versions.refetch();
    }
  });
  const mayImport = mayWrite && definition.nodes.length === 0;
  const latest = versions.data[0]?.version ?? null;
  const name = textOf(definition.name, language) || flow;
  useWhereIAm(name);

  const copy = useSaveCopy(() => {
    if (state.kind === "conflict") autosave.forget();
  });
  const discard = useDiscardDraft({ flow, name, latest, autosave, onReload });
  const takeTheirs = () => {
    const theirs = autosave.takeTheirs();
    if (theirs === null) onReload();
    else show(theirs);
  };

  return (
    <div className="edit">
      <EditorHead
        name={name}
        facts={
          <>
            <span className="quiet">
              {latest === null ? t("notPublished") : t("onVersion", { version: latest })}
            </span>
            {mayWrite ? (
              <SaveWords state={state} onRetry={() => void autosave.flush()} />
            ) : (
              <span className="quiet" title={t("readOnlyHelp")}>
                {t("readOnly")}
              </span>
            )}
          </>
        }
      >
        {latest !== null && (
          <Button variant="default" className="edit-wide" onClick={() => setDialog("versions")}>
            {t("versions")}
          </Button>
        )}
        <EditorMenu
          name={name}
          definition={definition}
          latest={latest}
          hasDraft={state.kind !== "saved" || state.at !== null}
          mayWrite={mayWrite}
          discarding={discard.isPending}
          discardError={discard.error}
          onVersions={() => setDialog("versions")}
          onExport={() => downloadJson(flow, definition)}
          onImport={mayImport ? () => setImporting("ask") : null}
          onCopy={() => copy.mutate(definition)}
          onDiscard={() => discard.mutate()}
        />
        {mayPublish && (
          <Button onClick={() => setDialog("publish")}>
            {t("publishNext", { version: (latest ?? 0) + 1 })}
          </Button>
        )}
      </EditorHead>
      {state.kind === "conflict" && (
        <ConflictBanner
          theirs={state.theirs}
          me={person.user}
          busy={copy.isPending}
          onTakeTheirs={takeTheirs}
          onKeepMine={() => void autosave.keepMine()}
          onSaveCopy={() => copy.mutate(definition)}
        />
      )}
      {recovered !== null && state.kind !== "conflict" && (
        <RecoveredNote at={recovered.at} onDiscard={() => change(content)} />
      )}
      <RefusedNote error={copy.error ?? (state.kind === "refused" ? state.error : null)} />
      <ImportOntoCanvas
        definition={definition}
        source={importing}
        active={mayImport}
        onSource={setImporting}
        onTake={change}
      >
        <FlowDesigner
          definition={definition}
          onChange={change}
          language={language}
          theme={theme}
          people={choices.people}
          roles={choices.roles}
          systems={choices.systems}
          {...(choices.flows ? { flows: choices.flows } : {})}
          {...(choices.decisions ? { decisions: choices.decisions } : {})}
          readOnly={!mayWrite}
          goTo={goTo}
          {...(mayWrite ? { onTryCall: tryCall } : {})}
        />
      </ImportOntoCanvas>
      {mayPublish && (
        <PublishDialog
          opened={dialog === "publish"}
          definition={definition}
          versions={versions.data}
          basedOn={autosave.basedOn()}
          autosave={mayWrite ? autosave : null}
          onGoTo={(problem) => {
            setDialog(null);
            setGoTo({ ...problem });
          }}
          onClose={() => setDialog(null)}
        />
      )}
      <VersionsDrawer
        opened={dialog === "versions"}
        flow={flow}
        versions={versions}
        onRestore={
          mayWrite
            ? (restored) => {
                setDialog(null);
                change(restored);
              }
            : null
        }
        onClose={() => setDialog(null)}
      />
    </div>
  );
}
