import type { Instance } from "@flowright/client";
import { stepAfter, stepsToBegin } from "@flowright/definition";
import { Checkbox, MultiSelect, Skeleton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { ReasonDialog } from "../../parts/ReasonDialog.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { stepName } from "../flow/step-name.ts";
import { CheckProblems } from "./CheckProblems.tsx";
import "./repair.css";
import { StepLine } from "./StepLine.tsx";
import { useRepairTexts } from "./texts.ts";
import { useRepair } from "./use-repair.ts";

interface MoveCaseDialogProps {
  readonly instance: Instance;
  readonly opened: boolean;
  /** A step that is to be skipped: it stops, and the case goes on behind it. */
  readonly skipped?: string;
  onClose(): void;
}

/** Stops open steps of a case and lets it go on elsewhere; what that does is told before it is done. */
export function MoveCaseDialog({ instance, opened, skipped, onClose }: MoveCaseDialogProps) {
  const t = useRepairTexts();
  const language = useLanguage();
  const { id, number, definition, tokens } = instance;
  const after = skipped === undefined ? null : stepAfter(definition, instance.activeNodes, skipped);
  const skippedTokens = tokens.filter(({ node }) => node === skipped).map(({ token }) => token);
  const [cancel, setCancel] = useState<readonly number[]>(skippedTokens);
  const [start, setStart] = useState<readonly string[]>(after === null ? [] : [after]);
  const plan = { cancel: [...cancel], start: start.map((node) => ({ node })) };
  const steps = stepsToBegin(definition, instance.activeNodes);
  const chosen = cancel.length > 0 || start.length > 0;
  const check = useQuery({
    queryKey: ["case", id, "check-modification", plan],
    queryFn: ({ signal }) => api().instances.checkModification(id, plan, { signal }),
    enabled: opened && chosen,
    placeholderData: keepPreviousData,
  });
  const move = useRepair(
    id,
    (reason: string) => api().instances.modify(id, { ...plan, reason }),
    () => {
      notifications.show({ message: t("moved", { number }) });
      setCancel([]);
      setStart([]);
      onClose();
    },
  );
  const nameOf = (node: string) => {
    const found = steps.find((one) => one.id === node);
    const named = textOf(found?.name, language);
    return named || (found?.kind === "end" ? t("end") : stepName(definition, node, language));
  };
  const title =
    skipped === undefined ? t("moveTitle", { number }) : t("skipTitle", { step: nameOf(skipped) });
  const told = chosen ? check.data : undefined;
  return (
    <ReasonDialog
      opened={opened}
      size="lg"
      title={title}
      lead={t("moveLead")}
      label={t("reason")}
      missing={t("reasonMissing")}
      required
      confirm={t("moveConfirm")}
      busy={move.isPending}
      blocked={told?.ok !== true}
      error={move.error}
      onClose={onClose}
      onConfirm={(reason) => move.mutate(reason)}
    >
      <OpenSteps instance={instance} chosen={cancel} nameOf={nameOf} onChange={setCancel} />
      <MultiSelect
        mt="sm"
        label={t("goesOn")}
        {...(start.length === 0 ? { placeholder: t("goesOnHint") } : {})}
        searchable
        clearable
        data={steps.map((node) => ({ value: node.id, label: nameOf(node.id) }))}
        value={[...start]}
        onChange={setStart}
      />
      <section className="repair-check" aria-label={t("check")} aria-live="polite">
        <h3>{t("check")}</h3>
        {!chosen && <Text className="quiet">{t("checkEmpty")}</Text>}
        {chosen && check.isPending && <Skeleton h={48} />}
        {chosen && check.isError && <ProblemAlert error={check.error} />}
        {told?.ok === true && (
          <>
            <dl>
              <StepLine label={t("cancelled")} steps={told.cancelled.map(nameOf)} always />
              <StepLine label={t("kept")} steps={told.kept.map(nameOf)} always />
              <StepLine label={t("begun")} steps={told.begun.map(nameOf)} always />
            </dl>
            <Text className="quiet repair-note">{t("undoNothing")}</Text>
          </>
        )}
        {told?.problem != null && <CheckProblems tone="late" problems={[told.problem]} />}
      </section>
    </ReasonDialog>
  );
}

interface OpenStepsProps {
  readonly instance: Instance;
  readonly chosen: readonly number[];
  nameOf(node: string): string;
  onChange(chosen: readonly number[]): void;
}

function OpenSteps({ instance, chosen, nameOf, onChange }: OpenStepsProps) {
  const t = useRepairTexts();
  const language = useLanguage();
  const person = usePersonName();
  const label = (node: string) => {
    const people = instance.tasks
      .filter((task) => task.node === node && task.status === "open")
      .flatMap(({ assignee }) => (assignee === null ? [] : [person(assignee)]));
    const who = [...new Set(people)].join(language === "en" ? ", " : "、");
    return who === "" ? nameOf(node) : t("personAt", { step: nameOf(node), who });
  };
  if (instance.tokens.length === 0) return <Text className="quiet">{t("stopsNone")}</Text>;
  return (
    <Checkbox.Group
      label={t("stops")}
      value={chosen.map(String)}
      onChange={(values) => onChange(values.map(Number))}
    >
      <div className="repair-stops">
        {instance.tokens.map(({ token, node }) => (
          <Checkbox key={token} value={String(token)} label={label(node)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
