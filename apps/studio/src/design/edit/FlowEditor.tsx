import type { Draft } from "@flowright/client";
import type { BilingualText, Problem, WorkflowDefinition } from "@flowright/definition";
import { FlowDesigner, type FlowDesignerProps } from "@flowright/designer";
import "@flowright/designer/style.css";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useLive } from "../../live/use-live.ts";
import { lazyPart } from "../../parts/lazy/lazy-part.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { useDesignerSearch } from "../../search/use-designer-search.ts";
import { useMay, useSession } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { ImportOntoCanvas } from "../bpmn/ImportOntoCanvas.tsx";
import type { BpmnSource } from "../bpmn/read/bpmn-source.ts";
import { useFlowComments } from "../comments/use-flow-comments.ts";
import { PublishDialog } from "../publish/PublishDialog.tsx";
import type { JournalPlace } from "../save/edit-journal.ts";
import { useAutosave } from "../save/use-autosave.ts";
import { useDecisionsWithTables } from "../scenarios/use-decisions-with-tables.ts";
import { useBeginnings } from "../templates/use-beginnings.ts";
import { useStepTemplates } from "../templates/use-step-templates.ts";
import { useConflict } from "./conflict/use-conflict.ts";
import { downloadJson } from "./download-json.ts";
import { EditorHead } from "./EditorHead.tsx";
import { EditorMenu } from "./EditorMenu.tsx";
import { isDrawable } from "./is-drawable.ts";
import { RecoveredNote } from "./note/RecoveredNote.tsx";
import { RefusedNote } from "./note/RefusedNote.tsx";
import { SaveWords } from "./note/SaveWords.tsx";
import { type OpenedFlow, readVersions } from "./open-flow.ts";
import { useEditTexts } from "./texts.ts";
import { useDiscardDraft } from "./use-discard-draft.ts";
import { useRecovery } from "./use-recovery.ts";
import { useSaveCopy } from "./use-save-copy.ts";
import { tryCall, useWorkspaceChoices } from "./use-workspace-choices.ts";

/** What the designer shows, and what the step is called by which it came there from outside. */
interface Drawn {
  readonly definition: WorkflowDefinition;
  readonly replacedAs: BilingualText | null;
}

/** What is not on the page at first comes after it. */
const ConflictArea = lazyPart(async () => (await import("./conflict/ConflictArea.tsx")).ConflictArea);
const TemplateOntoFlow = lazyPart(
  async () => (await import("../templates/TemplateOntoFlow.tsx")).TemplateOntoFlow,
);
const VersionsDrawer = lazyPart(async () => (await import("../versions/VersionsDrawer.tsx")).VersionsDrawer);

interface FlowEditorProps {
  readonly flow: string;
  readonly opened: OpenedFlow;
  readonly content: WorkflowDefinition;
  /** Where this person's unsaved edits are kept. */
  readonly place: JournalPlace;
  /** Opens the flow anew from the server. */
  onReload(): void;
}

/** The designer of one flow, saving by itself; read only where the person may not change flows. */
export function FlowEditor({ flow, opened, content, place, onReload }: FlowEditorProps) {
  const t = useEditTexts();
  const language = useLanguage();
  const theme = useScheme();
  const nameOf = usePersonName();
  const { person } = useSession();
  const mayWrite = useMay("definition.write");
  const mayPublish = useMay("definition.publish");
  const choices = useWorkspaceChoices();
  const comments = useFlowComments(flow);
  const { stepTemplates, onSaveStepTemplate } = useStepTemplates();
  const onSearch = useDesignerSearch();
  const [dialog, setDialog] = useState<"publish" | "versions" | null>(null);
  const [importing, setImporting] = useState<BpmnSource | "ask" | null>(null);
  const [template, setTemplate] = useState<{ readonly begin: string } | "save" | null>(null);
  const beginnings = useBeginnings(mayWrite && content.nodes.length === 0);
  const [goTo, setGoTo] = useState<Problem | null>(null);
  const [openScenario, setOpenScenario] = useState<FlowDesignerProps["openScenario"]>(null);

  const { start, journal, recovered, tidy } = useRecovery({ place, opened, content });
  const [drawn, setDrawn] = useState<Drawn>({
    definition: recovered?.definition ?? content,
    replacedAs: null,
  });
  const { definition } = drawn;
  const show = (draft: Draft) => {
    if (isDrawable(draft.definition)) setDrawn({ definition: draft.definition, replacedAs: null });
    else onReload();
  };
  const { autosave, state } = useAutosave({
    flow,
    start,
    journal,
    recovered: recovered?.definition ?? null,
    tidy,
    onTheirs: (draft) => {
      show(draft);
      const mine = draft.savedBy === person.user;
      notifications.show({
        message: mine ? t("mineTaken") : t("theirsTaken", { who: nameOf(draft.savedBy) }),
      });
    },
  });
  const change = (next: WorkflowDefinition) => {
    setDrawn({ definition: next, replacedAs: null });
    autosave.change(next);
  };
  /** Shows another definition as a step of the history; saving it is up to the caller. */
  const replace = (next: WorkflowDefinition, replacedAs: BilingualText) =>
    setDrawn({ definition: next, replacedAs });

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
  const decisions = useDecisionsWithTables(definition, choices.decisions);
  const name = textOf(definition.name, language) || flow;
  useWhereIAm(name);

  const copy = useSaveCopy(() => {
    if (state.kind === "conflict") autosave.forget();
  });
  const discard = useDiscardDraft({ flow, name, latest, autosave, onReload });
  const conflict = useConflict({ flow, state, definition, autosave, show: replace, onReload });

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
        <Button variant="default" className="edit-wide" onClick={() => setDialog("versions")}>
          {t("versions")}
        </Button>
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
          onSaveTemplate={() => setTemplate("save")}
          onDiscard={() => discard.mutate()}
        />
        {mayPublish && (
          <Button onClick={() => setDialog("publish")}>
            {t("publishNext", { version: (latest ?? 0) + 1 })}
          </Button>
        )}
      </EditorHead>
      {state.kind === "conflict" && (
        <Suspense>
          <ConflictArea
            conflict={conflict}
            me={person.user}
            definition={definition}
            busy={copy.isPending}
            onSaveCopy={() => copy.mutate(definition)}
          />
        </Suspense>
      )}
      {recovered !== null && state.kind !== "conflict" && (
        <RecoveredNote
          at={recovered.at}
          onDiscard={() => {
            replace(content, { en: "Discard recovered changes", "zh-CN": "放弃恢复的改动" });
            autosave.keepReplaced();
            autosave.change(content);
          }}
        />
      )}
      <RefusedNote error={copy.error ?? conflict.error ?? (state.kind === "refused" ? state.error : null)} />
      <ImportOntoCanvas
        definition={definition}
        source={importing}
        active={mayImport}
        onSource={setImporting}
        onTake={change}
      >
        <FlowDesigner
          definition={definition}
          replacedAs={drawn.replacedAs}
          onChange={change}
          language={language}
          theme={theme}
          people={choices.people}
          roles={choices.roles}
          systems={choices.systems}
          {...(choices.flows ? { flows: choices.flows } : {})}
          {...(decisions ? { decisions } : {})}
          readOnly={!mayWrite}
          beginnings={beginnings}
          onBegin={(begin) => setTemplate({ begin })}
          goTo={goTo}
          openScenario={openScenario ?? null}
          comments={comments}
          onSearch={onSearch}
          tips
          stepTemplates={stepTemplates}
          {...(mayWrite ? { onTryCall: tryCall, onSaveStepTemplate } : {})}
        />
      </ImportOntoCanvas>
      <Suspense>
        <TemplateOntoFlow
          definition={definition}
          asked={template}
          onFill={(filled) => {
            replace(filled, { en: "Begin with a template", "zh-CN": "从模板开始" });
            autosave.change(filled);
          }}
          onClose={() => setTemplate(null)}
        />
      </Suspense>
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
          onOpenScenario={({ id, findings: [first] }) => {
            setDialog(null);
            setOpenScenario({ id, step: first?.step ?? null, text: first?.text ?? null });
          }}
          onClose={() => setDialog(null)}
        />
      )}
      <Suspense>
        <VersionsDrawer
          opened={dialog === "versions"}
          flow={flow}
          draft={definition}
          basedOn={autosave.basedOn()}
          versions={versions}
          onRestore={
            mayWrite
              ? (restored, label) => {
                  setDialog(null);
                  replace(restored, label);
                  autosave.keepReplaced();
                  autosave.change(restored);
                }
              : null
          }
          onClose={() => setDialog(null)}
        />
      </Suspense>
    </div>
  );
}
