import type { Edge, Node } from "@flowright/definition";
import { useLexicon } from "../canvas/use-lexicon.ts";
import { DIAGRAM_TEXTS } from "../diagram/words/diagram-texts.ts";
import { stepName } from "../diagram/words/step-name.ts";
import { updateEdge } from "../model/command/content/update-edge.ts";
import { indexOf } from "../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { CalendarProperty } from "./calendar/CalendarProperty.tsx";
import { withCalendar } from "./calendar/calendar-edits.ts";
import { ConditionProperty } from "./condition/ConditionProperty.tsx";
import { ElementProblems } from "./ElementProblems.tsx";
import { PANEL_TEXTS } from "./panel-texts.ts";
import { BilingualProperty } from "./property/BilingualProperty.tsx";
import { CheckProperty } from "./property/CheckProperty.tsx";
import { ChoiceProperty } from "./property/ChoiceProperty.tsx";
import { DurationProperty } from "./property/DurationProperty.tsx";
import { STEP_TEXTS } from "./step/step-texts.ts";

type Outcome = "" | "approved" | "rejected";

function chooses({ kind }: Node): boolean {
  return kind === "exclusive" || kind === "inclusive" || kind === "complex";
}

/** The properties of a line: its text, and when it is taken; in a plan the time between two steps. */
export function EdgePanel({ edge }: { edge: Edge }) {
  const t = useTexts(PANEL_TEXTS);
  const s = useTexts(STEP_TEXTS);
  const d = useTexts(DIAGRAM_TEXTS);
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const lexicon = useLexicon();
  const index = indexOf(definition);
  const source = index.nodes.get(edge.source)?.node;
  const target = index.nodes.get(edge.target)?.node;
  const inPlan = index.edges.get(edge.id)?.parent?.kind === "plan";
  const patch = (change: Parameters<typeof updateEdge>[1], typing?: string) => {
    store.getState().run(updateEdge(edge.id, change, typing));
  };
  return (
    <>
      <header className="fw-panel-head">
        <span className="fw-panel-kind">
          {d("line", { source: stepName(source, lexicon), target: stepName(target, lexicon) })}
        </span>
        <BilingualProperty
          label={s("branchName")}
          at="/name"
          value={edge.name}
          onChange={(name) => patch({ name }, "name")}
        />
        <ElementProblems id={edge.id} />
      </header>
      <div className="fw-panel-body">
        {inPlan && (
          <DurationProperty
            label={s("lag")}
            at="/dependency/lag"
            formula
            value={edge.dependency?.lag}
            onChange={(lag, typing) =>
              patch({ dependency: lag === undefined ? undefined : { ...edge.dependency, lag } }, typing)
            }
          />
        )}
        {inPlan && edge.dependency?.lag !== undefined && (
          <CalendarProperty
            at="/dependency/calendar"
            value={edge.dependency.calendar}
            onChange={(calendar) => patch({ dependency: withCalendar(edge.dependency ?? {}, calendar) })}
          />
        )}
        {source && !inPlan && chooses(source) && (
          <>
            <CheckProperty
              label={s("makeDefault")}
              value={edge.default === true}
              onChange={(on) => patch({ default: on || undefined })}
            />
            {edge.default !== true && (
              <ConditionProperty
                label={t("condition")}
                at="/condition"
                begin
                value={edge.condition}
                onChange={(condition, typing) => patch({ condition }, typing)}
              />
            )}
          </>
        )}
        {source?.kind === "approval" && !inPlan && (
          <ChoiceProperty<Outcome>
            label={s("decision")}
            at="/outcome"
            value={(edge.outcome ?? "") as Outcome}
            choices={[
              { value: "", title: t("none") },
              { value: "approved", title: d("approved") },
              { value: "rejected", title: d("rejected") },
            ]}
            onChange={(outcome) => patch({ outcome: outcome === "" ? undefined : outcome })}
          />
        )}
      </div>
    </>
  );
}
