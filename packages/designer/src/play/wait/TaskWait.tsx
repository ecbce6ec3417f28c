import type { Node } from "@flowright/definition";
import { type JsonObject, variablesOf } from "@flowright/engine";
import { checkForm } from "@flowright/forms";
import { TaskForm, type TaskFormProps } from "@flowright/forms/react";
import { useState } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { taskDone } from "../model/acts.ts";
import { doerOf, STARTER } from "../model/made-up-people.ts";
import { sampleForWait } from "../model/sample-for-wait.ts";
import { currentOf, nowIn, type Session } from "../model/session.ts";
import type { PlayWait } from "../model/waits.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";
import { AssigneeView } from "./AssigneeView.tsx";

const NO_NAMES = () => [];
const PEOPLE = [{ user: STARTER, name: STARTER }];

/** A task in a trial: its form with made-up data, its checklist, and its outcomes. */
export function TaskWait({
  wait,
  node,
  session,
  act,
}: {
  readonly wait: Extract<PlayWait, { kind: "task" }>;
  readonly node: Node;
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const lexicon = useLexicon();
  const { definition } = session;
  const form = definition.forms?.find(({ id }) => id === wait.task.form);
  const schema = definition.variables ?? { type: "object" as const, properties: {} };
  const state = currentOf(session)?.cases[0]?.state;
  const variables = state ? variablesOf(state) : {};
  const [values, setValues] = useState<JsonObject>(() => sampleForWait(session, wait, NO_NAMES));
  const [comment, setComment] = useState("");
  const [checked, setChecked] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<ReturnType<typeof checkForm>["problems"]>([]);
  const [looking, setLooking] = useState(false);
  const checklist = (node.kind === "userTask" || node.kind === "approval" ? node.checklist : undefined) ?? [];
  const by = doerOf(session.people, wait.task);
  const who = wait.task.candidates.roles[0] ? lexicon.role(by) : lexicon.person(by);

  const finish = (outcome?: "approved" | "rejected") => {
    let data: JsonObject = {};
    if (form) {
      const now = nowIn(session);
      const result = checkForm({ form, schema, data: values, variables, now, stage: "complete" });
      setProblems(result.problems);
      if (result.problems.length > 0) return;
      data = result.data;
    }
    setLooking(false);
    act(taskDone(wait, { by, data, outcome, comment, checked }));
  };
  const content = (own: "en" | "zh-CN") => (
    <>
      {form && (
        <TaskForm
          form={form}
          schema={schema}
          value={values as TaskFormProps["value"]}
          onChange={setValues}
          variables={variables as NonNullable<TaskFormProps["variables"]>}
          problems={problems}
          language={own}
          people={PEOPLE}
        />
      )}
      {checklist.length > 0 && (
        <fieldset className="fw-values">
          <legend>{t("checklist")}</legend>
          {checklist.map((item) => (
            <label key={item.id} className="fw-check">
              <input
                type="checkbox"
                checked={checked.includes(item.id)}
                onChange={(event) =>
                  setChecked(
                    event.target.checked ? [...checked, item.id] : checked.filter((id) => id !== item.id),
                  )
                }
              />
              <span>{lexicon.text(item.text)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {wait.task.type === "approval" && (
        <label className="fw-value">
          <span>{t("comment")}</span>
          <input type="text" value={comment} onChange={(event) => setComment(event.target.value)} />
        </label>
      )}
      <div className="fw-wait-actions">
        {wait.task.type === "approval" ? (
          <>
            <button type="button" className="fw-button fw-outlined" onClick={() => finish("rejected")}>
              {t("reject")}
            </button>
            <button type="button" className="fw-button fw-primary" onClick={() => finish("approved")}>
              {t("approve")}
            </button>
          </>
        ) : (
          <button type="button" className="fw-button fw-primary" onClick={() => finish()}>
            {t("complete")}
          </button>
        )}
      </div>
    </>
  );
  return (
    <>
      <p className="fw-wait-quiet fw-wait-who">
        <span>{t("by", { who })}</span>
        {form && (
          <button type="button" className="fw-play-link" onClick={() => setLooking(true)}>
            {t("asSeen", { who })}
          </button>
        )}
      </p>
      {!looking && content(language)}
      {looking && (
        <AssigneeView
          title={t("asSeenTitle", { name: stepName(node, lexicon), who })}
          onClose={() => setLooking(false)}
        >
          {content}
        </AssigneeView>
      )}
    </>
  );
}
