import type { DefinitionVersion } from "@flowright/client";
import { definitionHash, type Problem, type WorkflowDefinition } from "@flowright/definition";
import type { ScenarioOutcome } from "@flowright/designer/model";
import { Button, Checkbox, Group, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { useMay } from "../../session/session-query.ts";
import type { Autosave } from "../save/autosave.ts";
import { ScenarioReport } from "../scenarios/ScenarioReport.tsx";
import { useScenarioCheck } from "../scenarios/use-scenario-check.ts";
import { ProblemList } from "./ProblemList.tsx";
import { usePublishTexts } from "./texts.ts";
import { useFullCheck } from "./use-full-check.ts";
import { usePublish } from "./use-publish.tsx";
import { WhatChanges } from "./WhatChanges.tsx";
import { WhichCases } from "./WhichCases.tsx";

export interface PublishFormProps {
  readonly definition: WorkflowDefinition;
  /** Latest first. */
  readonly versions: readonly DefinitionVersion[];
  /** Version that the draft began from. */
  readonly basedOn: number | null;
  /** Null where the person may publish, but not change the draft. */
  readonly autosave: Autosave | null;
  onGoTo(problem: Problem): void;
  onOpenScenario(outcome: ScenarioOutcome): void;
  onClose(): void;
}

export function PublishForm({
  definition,
  versions,
  basedOn,
  autosave,
  onGoTo,
  onOpenScenario,
  onClose,
}: PublishFormProps) {
  const t = usePublishTexts();
  const parts = usePartTexts();
  const nameOf = usePersonName();
  const mayOverride = useMay("definition.override");
  const [note, setNote] = useState("");
  const [overriding, setOverriding] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const publish = usePublish({ definition, autosave, onPublished: onClose });

  const latest = versions[0];
  const next = (latest?.version ?? 0) + 1;
  // Null while the present drawing is being checked: nothing is published before the answer.
  const checked = useFullCheck(definition);
  const problems: readonly Problem[] = publish.refusal ?? checked?.problems ?? [];
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  const same = latest !== undefined && latest.hash === definitionHash(definition);
  const overridable = mayOverride && checked?.shaped === true && errors.length > 0;
  const blocked = checked === null || (errors.length > 0 && !(overridable && overriding));
  // A flow with errors does not run at all; its scenarios would only say the same again.
  const scenarios = useScenarioCheck(definition, !same && checked !== null && errors.length === 0);
  const [anyway, setAnyway] = useState(false);
  const hold = scenarios.state === "done" && scenarios.outcomes.every(({ ok }) => ok);
  const scenariosHold = errors.length > 0 || hold || (scenarios.state !== "running" && anyway);
  const reasonMissing = overriding && overridable && reason.trim() === "";

  const submit = () => {
    setTried(true);
    if (same || blocked || !scenariosHold || reasonMissing || publish.busy) return;
    publish.run(note.trim(), overriding && overridable ? reason.trim() : null);
  };

  return (
    <form
      noValidate
      className="publish"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {same ? (
        <Text>{t("same", { version: latest.version })}</Text>
      ) : (
        <WhichCases next={next} versions={versions} />
      )}
      {!same && <WhatChanges definition={definition} versions={versions} />}
      {!same && latest !== undefined && basedOn !== null && basedOn < latest.version && (
        <Text className="publish-note">
          {t("newer", { latest: latest.version, who: nameOf(latest.publishedBy), basedOn })}
        </Text>
      )}
      {checked === null && (
        <Text role="status" className="quiet">
          {t("checking")}
        </Text>
      )}
      {errors.length > 0 && (
        <section aria-label={t("blocking", { count: errors.length })}>
          <Text fw={600}>{t("blocking", { count: errors.length })}</Text>
          <Text size="sm" className="quiet">
            {t("blockingHelp")}
          </Text>
          <ProblemList definition={definition} problems={errors} onGoTo={onGoTo} />
        </section>
      )}
      {!same && checked !== null && errors.length === 0 && (
        <ScenarioReport check={scenarios} anyway={anyway} onAnyway={setAnyway} onOpen={onOpenScenario} />
      )}
      {warnings.length > 0 && (
        <details>
          <summary>
            {t("warnings", { count: warnings.length })} <span className="quiet">{t("warningsHelp")}</span>
          </summary>
          <ProblemList definition={definition} problems={warnings} onGoTo={onGoTo} />
        </details>
      )}
      {overridable && (
        <Checkbox
          label={t("override")}
          description={t("overrideHelp")}
          checked={overriding}
          onChange={(event) => setOverriding(event.currentTarget.checked)}
        />
      )}
      {overridable && overriding && (
        <Textarea
          label={t("reason")}
          withAsterisk
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={tried && reasonMissing ? t("reasonMissing") : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {!same && (
        <Textarea
          label={t("note")}
          description={t("noteHelp")}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={note}
          data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
      )}
      {publish.unsaved && (
        <Text className="publish-note" role="alert">
          {t("unsaved")}
        </Text>
      )}
      {publish.error !== null && <ProblemAlert error={publish.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {parts("cancel")}
        </Button>
        <Button type="submit" loading={publish.busy} disabled={same || blocked || !scenariosHold}>
          {t("publish", { version: next })}
        </Button>
      </Group>
    </form>
  );
}
