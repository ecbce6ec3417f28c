import { useMemo } from "react";
import { useDesigner, useDesignerStore } from "../store-context.ts";

/** What is wrong with an element as a whole; each line leads to the property that mends it. */
export function ElementProblems({ id }: { id: string }) {
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const all = useDesigner((state) => state.problems);
  const problems = useMemo(() => all.filter((problem) => problem.node === id), [all, id]);
  if (problems.length === 0) return null;
  return (
    <ul className="fw-panel-problems">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.path}`} data-severity={problem.severity}>
          <button
            type="button"
            data-path={problem.path}
            onClick={() => store.getState().focusField(id, problem.path)}
          >
            {problem.message[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}
