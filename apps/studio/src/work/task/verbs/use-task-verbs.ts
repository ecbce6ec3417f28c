import { ApiError, type TaskDetail, type TaskResult } from "@flowright/client";
import { checkForm } from "@flowright/forms";
import type { FormProblemItem } from "@flowright/forms/react";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { attemptKey } from "../../../parts/attempt-key.ts";
import { afterDone } from "../../keys/neighbours.ts";
import type { useTaskDraft } from "../draft/use-task-draft.ts";
import { useTaskTexts } from "../texts.ts";
import { formProblems } from "./problems-of.ts";
import { type Doing, sendVerb, type Verb } from "./send-verb.ts";

/** Verbs that ask for something before they happen. */
type AskedVerb = "approve" | "reject" | "return" | "transfer" | "add-approver" | "remove-approver";

interface TaskVerbsInput {
  readonly task: TaskDetail;
  readonly draft: ReturnType<typeof useTaskDraft>;
  readonly order: readonly string[];
  onOpen(id: string | undefined): void;
}

/** After these the task stays in the hands that have it. */
const STAYS: readonly Verb[] = ["claim", "release", "add-approver", "remove-approver"];
const NO_PROBLEMS: readonly FormProblemItem[] = [];

export type TaskVerbs = ReturnType<typeof useTaskVerbs>;

/** The verbs of a task: checks the form, asks for reasons, sends, and opens the next task. */
export function useTaskVerbs({ task, draft, order, onOpen }: TaskVerbsInput) {
  const t = useTaskTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<AskedVerb | null>(null);
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [conflict, setConflict] = useState(false);

  const send = useMutation({
    mutationFn: async (doing: Doing) => {
      await draft.rest();
      return sendVerb(task.id, doing, attemptKey());
    },
    onSuccess: (result, doing) => succeed(result, doing.verb),
    onError: (error) => {
      draft.wake();
      if (!(error instanceof ApiError)) return;
      if (error.status === 409 || error.status === 404) {
        setAsking(null);
        setConflict(true);
        refresh();
      } else if (error.problem.problems !== undefined) {
        setProblems(formProblems(error.problem.problems));
      }
    },
  });

  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ["tasks"] });
    void queries.invalidateQueries({ queryKey: ["task", task.id], exact: true });
    void queries.invalidateQueries({ queryKey: ["case", task.instanceId] });
    void queries.invalidateQueries({ queryKey: ["cases"] });
  };

  const succeed = (result: TaskResult, verb: Verb) => {
    setAsking(null);
    setProblems(NO_PROBLEMS);
    const leaves = !STAYS.includes(verb);
    const next = leaves ? (result.nextTask ?? afterDone(order, task.id)) : undefined;
    notifications.show({
      title: t(`done.${verb}`, { task: `${textOf(task.name, language)} · ${task.instanceNumber}` }),
      message: leaves ? (next === undefined ? t("nothingLeft") : t("nextOpens")) : null,
      autoClose: 5_000,
    });
    if (leaves) {
      draft.finish();
      onOpen(next);
    } else draft.wake();
    refresh();
  };

  /** What the form holds, cleaned; null where it must be mended first. */
  const filledIn = (): Pick<Doing, "data" | "checked"> | null => {
    const unticked = task.checklist
      .filter(
        ({ id, optional, rule }) => rule === undefined && optional !== true && !draft.checked.includes(id),
      )
      .map(({ id }) => id);
    const check = checkForm({
      form: task.form,
      schema: task.schema,
      data: draft.data,
      variables: task.variables,
      now: new Date().toISOString(),
      stage: "complete",
    });
    const wrong = check.problems.filter(({ severity }) => severity === "error");
    setMissing(unticked);
    setProblems(wrong);
    return wrong.length > 0 || unticked.length > 0 ? null : { data: check.data, checked: draft.checked };
  };

  const ask = (verb: Verb) => {
    if (send.isPending) return;
    send.reset();
    setConflict(false);
    if (verb === "claim" || verb === "release") return send.mutate({ verb });
    if (verb === "complete") {
      const filled = filledIn();
      if (filled !== null) send.mutate({ verb, ...filled });
      return;
    }
    if (verb === "approve" && filledIn() === null) return;
    if (verb !== "approve") {
      setProblems(NO_PROBLEMS);
      setMissing([]);
    }
    setAsking(verb);
  };

  /** The dialog of a verb was confirmed. */
  const confirm = (reason: string, to?: string, way?: "walk" | "jump") => {
    if (asking === null) return;
    // A rejection needs no complete form; what was filled in goes along where it is right.
    const filled = asking === "approve" || asking === "reject" ? filledForDecision(asking) : {};
    const target = { ...(to === undefined ? {} : { to }), ...(way === undefined ? {} : { way }) };
    send.mutate({ verb: asking, reason, ...target, ...filled });
  };

  const filledForDecision = (verb: "approve" | "reject"): Pick<Doing, "data" | "checked"> => {
    const check = checkForm({
      form: task.form,
      schema: task.schema,
      data: draft.data,
      variables: task.variables,
      now: new Date().toISOString(),
      stage: verb === "approve" ? "complete" : "draft",
    });
    return check.problems.some(({ severity }) => severity === "error")
      ? {}
      : { data: check.data, checked: draft.checked };
  };

  return {
    // biome-ignore lint/correctness/useExhaustiveDependencies: the keys must always act on what is typed now.
    ask: useCallback(ask, [task, draft.data, draft.checked, send.isPending, order]),
    asking: task.status === "open" ? asking : null,
    cancel: () => {
      setAsking(null);
      send.reset();
    },
    confirm,
    problems,
    missing,
    conflict,
    busy: send.isPending ? (send.variables?.verb ?? null) : null,
    error: send.error,
    /** My own verb is under way or done: the task closes because of it. */
    acting: send.isPending || send.isSuccess,
  };
}
