import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** The number of problems; leads to the field of the first. */
export function ProblemButton({
  id,
  name,
  count,
}: {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const problems = useDesigner((state) => state.problems);
  if (count === 0) return null;
  const own = problems.filter(({ node }) => node === id);
  const worst = own.find(({ severity }) => severity === "error") ?? own[0];
  const text = t(count === 1 ? "problem" : "problems", { count, name });
  return (
    <button
      type="button"
      className="fw-badge fw-v-problem"
      data-severity={worst?.severity === "error" ? "error" : "warning"}
      tabIndex={-1}
      aria-label={text}
      title={text}
      onClick={() => {
        if (worst) store.getState().focusField(id, worst.path);
      }}
    >
      {count}
    </button>
  );
}
