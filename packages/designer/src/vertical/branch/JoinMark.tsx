import { DIAGRAM_TEXTS } from "../../diagram/words/diagram-texts.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ProblemButton } from "../card/ProblemButton.tsx";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** Where branches meet at a step that does nothing else: what it waits for. */
export function JoinMark({ id }: { readonly id: string }) {
  const t = useTexts(VERTICAL_TEXTS);
  const d = useTexts(DIAGRAM_TEXTS);
  const store = useDesignerStore();
  const { definition, lexicon, selected, problemsOf } = useColumnScope();
  const node = indexOf(definition).nodes.get(id)?.node;
  if (!node) return null;
  const waits =
    node.kind === "parallel"
      ? t("meetsAll")
      : node.kind === "inclusive"
        ? t("meetsTaken")
        : node.kind === "complex"
          ? node.need.type === "count"
            ? d("enough", { n: node.need.count })
            : d("enoughByCondition")
          : t("meets");
  const own = lexicon.text(node.name);
  const words = own && own !== waits ? `${own} · ${waits}` : waits;
  const { errors, warnings } = problemsOf(id);
  return (
    <div className="fw-v-join">
      <span className="fw-v-join-stem" />
      <button
        type="button"
        className="fw-v-pill"
        data-stop={id}
        data-step={id}
        data-selected={selected === id || undefined}
        tabIndex={-1}
        onClick={() => {
          store.getState().select([id]);
          store.getState().openPanel(true);
        }}
      >
        {words}
      </button>
      <ProblemButton id={id} name={words} count={errors + warnings} />
    </div>
  );
}
