import type { Node } from "@flowright/definition";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { iconOf } from "../../diagram/icon/icon-of.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { advancedTo, retried } from "../model/acts.ts";
import { STARTER } from "../model/made-up-people.ts";
import { nowIn, type Session } from "../model/session.ts";
import type { PlayWait } from "../model/waits.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import { timeWords } from "../time-words.ts";
import type { PlayControls } from "../use-play.ts";
import { JobWait } from "./JobWait.tsx";
import { MessageWait } from "./MessageWait.tsx";
import { TaskWait } from "./TaskWait.tsx";

/** One thing that the trial waits for, with what can be done about it. */
export function WaitCard({
  wait,
  node,
  session,
  act,
}: {
  readonly wait: PlayWait;
  readonly node: Node;
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const language = useDesigner((state) => state.language);
  const store = useDesignerStore();
  const icon = iconOf(node);
  return (
    <article className="fw-wait" data-kind={wait.kind}>
      <button
        type="button"
        className="fw-wait-head"
        aria-label={t("showOnCanvas", { name: stepName(node, lexicon) })}
        onClick={() => store.getState().select([node.id])}
      >
        <span className="fw-chip" data-family={elementTypeOf(node).family}>
          {icon && <Icon name={icon} size={16} />}
        </span>
        <span>{stepName(node, lexicon)}</span>
      </button>
      {wait.kind === "task" && wait.task.waitsFor && (
        <p className="fw-wait-quiet">
          {t("waitsFor", {
            names: wait.task.waitsFor
              .map((id) => stepName(indexOf(session.definition).nodes.get(id)?.node, lexicon))
              .join(language === "en" ? ", " : "、"),
          })}
        </p>
      )}
      {wait.kind === "task" && !wait.task.waitsFor && (
        <TaskWait wait={wait} node={node} session={session} act={act} />
      )}
      {(wait.kind === "job" || wait.kind === "call") && (
        <JobWait wait={wait} node={node} session={session} act={act} />
      )}
      {(wait.kind === "message" || wait.kind === "signal") && (
        <MessageWait wait={wait} session={session} act={act} />
      )}
      {wait.kind === "timer" && (
        <div className="fw-wait-actions">
          <span className="fw-wait-quiet">{t("due", { time: timeWords(wait.due, language) })}</span>
          <button
            type="button"
            className="fw-button fw-primary"
            onClick={() => act(advancedTo(nowIn(session), wait.due))}
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
              onClick={() => act(retried(wait, STARTER))}
            >
              {t("retry")}
            </button>
          </div>
        </>
      )}
    </article>
  );
}
