import { Icon } from "../../diagram/icon/Icon.tsx";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import type { Tail } from "../../model/structure/tree.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** How a column ends where it goes on elsewhere: back at an earlier step, or at an end that stands in another column. */
export function TailMark({ tail }: { readonly tail: Tail }) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const { definition, lexicon } = useColumnScope();
  if (tail.type === "joins") return <span className="fw-v-fill" />;
  if (tail.type !== "back" && tail.type !== "elsewhere") return null;
  const name = stepName(indexOf(definition).nodes.get(tail.to)?.node, lexicon);
  const text = t(tail.type === "back" ? "backTo" : "endsAt", { name });
  return (
    <button
      type="button"
      className="fw-v-tail"
      data-stop={`to-${tail.edge}`}
      tabIndex={-1}
      onClick={() => store.getState().select([tail.to])}
    >
      <Icon name={tail.type === "back" ? "undo" : "right"} size={14} />
      <span>{text}</span>
    </button>
  );
}
