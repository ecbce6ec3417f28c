import type { Node } from "@flowright/definition";
import { useLexicon } from "../canvas/use-lexicon.ts";
import { Icon } from "../diagram/icon/Icon.tsx";
import { iconOf } from "../diagram/icon/icon-of.ts";
import { stepName } from "../diagram/words/step-name.ts";
import { indexOf } from "../model/document/index-of.ts";
import { elementTypeOf } from "../model/element/element-types.ts";
import { useDesigner, useDesignerStore } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { CallWait } from "./CallWait.tsx";
import { JobWait } from "./JobWait.tsx";
import { MessageWait } from "./MessageWait.tsx";
import type { Trial, TrialWait } from "./model/trial.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import { TaskWait } from "./TaskWait.tsx";
import { timeWords } from "./time-words.ts";
import type { TrialControls } from "./use-trial.ts";

/** One thing that the trial waits for, with what can be done about it. */
export function WaitCard({
  wait,
  node,
  trial,
  act,
}: {
  readonly wait: TrialWait;
  readonly node: Node;
  readonly trial: Trial;
  readonly act: TrialControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const language = useDesigner((state) => state.language);
  const store = useDesignerStore();
  const icon = iconOf(node);
  return (
    <article className="fw-wait" data-kind={wait.kind}>
      <button type="button" className="fw-wait-head" onClick={() => store.getState().select([node.id])}>
        <span className="fw-chip" data-family={elementTypeOf(node).family}>
          {icon && <Icon name={icon} size={16} />}
        </span>
        <span>{stepName(node, lexicon)}</span>
      </button>
      {wait.kind === "call" && node.kind === "callActivity" && (
        <CallWait wait={wait} node={node} trial={trial} act={act} />
      )}
      {wait.kind === "task" && wait.task.waitsFor && (
        <p className="fw-wait-quiet">
          {t("waitsFor", {
            names: wait.task.waitsFor
              .map((id) => stepName(indexOf(trial.definition).nodes.get(id)?.node, lexicon))
              .join(language === "en" ? ", " : "、"),
          })}
        </p>
      )}
      {wait.kind === "task" && !wait.task.waitsFor && (
        <TaskWait wait={wait} node={node} trial={trial} act={act} />
      )}
      {wait.kind === "job" && node.kind === "serviceTask" && (
        <JobWait wait={wait} node={node} trial={trial} act={act} />
      )}
      {(wait.kind === "message" || wait.kind === "signal") && (
        <MessageWait wait={wait} node={node} trial={trial} act={act} />
      )}
      {wait.kind === "timer" && (
        <div className="fw-wait-actions">
          <span className="fw-wait-quiet">{t("due", { time: timeWords(wait.due, language) })}</span>
          <button
            type="button"
            className="fw-button fw-primary"
            onClick={() => act({ kind: "timer.fire", timer: wait.timer }, wait, wait.due)}
          >
            {t("letTimePass")}
          </button>
        </div>
      )}
      {wait.kind === "incident" && (
        <>
          <p className="fw-wait-incident">{wait.message[language]}</p>
          <div className="fw-wait-actions">
            <button
              type="button"
              className="fw-button fw-primary"
              onClick={() => act({ kind: "incident.retry", incident: wait.incident, by: null }, null)}
            >
              {t("retry")}
            </button>
          </div>
        </>
      )}
    </article>
  );
}
