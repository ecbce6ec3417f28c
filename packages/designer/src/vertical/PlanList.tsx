import type { Plan } from "@flowright/definition";
import { edgeLabel, stepName } from "../diagram/words/step-name.ts";
import { connect } from "../model/command/structure/connect.ts";
import { indexOf } from "../model/document/index-of.ts";
import { canConnect } from "../model/rule/can-connect.ts";
import { type PlanTask, planOrder } from "../model/structure/plan-order.ts";
import { useDesignerStore } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { AddInto } from "./AddInto.tsx";
import { StepCard } from "./card/StepCard.tsx";
import { useColumnScope } from "./column-scope.ts";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** The tasks of a plan, each with what it waits for. */
export function PlanList({ plan }: { readonly plan: Plan }) {
  const { editable } = useColumnScope();
  const tasks = planOrder(plan);
  return (
    <div className="fw-v-plan">
      {tasks.map((task) => (
        <PlanRow key={task.node.id} task={task} all={tasks} />
      ))}
      {editable && <AddInto container={plan.id} />}
    </div>
  );
}

function PlanRow({ task, all }: { readonly task: PlanTask; readonly all: readonly PlanTask[] }) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const { definition, lexicon, editable, selected } = useColumnScope();
  const { nodes } = indexOf(definition);
  const { id } = task.node;
  const others = all.filter(({ node }) => canConnect(definition, node.id, id) === true);
  return (
    <div className="fw-v-plan-row">
      <div className="fw-v-waits">
        {task.waitsFor.length === 0 && <span className="fw-v-quiet">{t("atOnce")}</span>}
        {task.waitsFor.map((edge) => (
          <button
            key={edge.id}
            type="button"
            className="fw-v-wait"
            data-stop={edge.id}
            data-selected={selected === edge.id || undefined}
            tabIndex={-1}
            onClick={() => {
              store.getState().select([edge.id]);
              store.getState().openPanel(true);
            }}
          >
            {t("after", { names: stepName(nodes.get(edge.source)?.node, lexicon) })}{" "}
            {edgeLabel(edge, lexicon)}
          </button>
        ))}
        {editable && others.length > 0 && (
          <select
            className="fw-v-select"
            aria-label={t("waitFor")}
            value=""
            onChange={(event) => store.getState().run(connect(event.target.value, id))}
          >
            <option value="">{t("waitForShort")}</option>
            {others.map(({ node }) => (
              <option key={node.id} value={node.id}>
                {stepName(node, lexicon)}
              </option>
            ))}
          </select>
        )}
      </div>
      <StepCard id={id} />
    </div>
  );
}
