import { isActivity, type Node } from "@flowright/definition";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { EVENT_TEXTS } from "./event-texts.ts";

/** Which completed step is undone: one of the same level, or all of them. */
export function UndoProperty(props: {
  readonly node: Node;
  readonly at: string;
  readonly activity: string | undefined;
  readonly onChange: (activity: string | undefined) => void;
}) {
  const t = useTexts(EVENT_TEXTS);
  const lexicon = useLexicon();
  const definition = useDesigner((state) => state.definition);
  const { nodes } = indexOf(definition);
  const parent = nodes.get(props.node.id)?.parent ?? null;
  // A block that reacts to an event undoes what the flow around it has done.
  const around = parent?.kind === "eventSubProcess" ? (nodes.get(parent.id)?.parent ?? null) : parent;
  const steps = (around ?? definition).nodes.filter(isActivity);
  return (
    <ChoiceProperty<string>
      label={t("undoWhat")}
      at={props.at}
      value={props.activity ?? ""}
      choices={[
        { value: "", title: t("undoAll") },
        ...steps.map((step) => ({ value: step.id, title: stepName(step, lexicon) })),
      ]}
      onChange={(id) => props.onChange(id === "" ? undefined : id)}
    />
  );
}
