import { useMemo } from "react";
import { useDesigner } from "../../store-context.ts";

/** Problems that belong to no step: of fields, forms and the flow itself. */
export function FlowProblems() {
  const language = useDesigner((state) => state.language);
  const all = useDesigner((state) => state.problems);
  const problems = useMemo(() => all.filter((problem) => problem.node === undefined), [all]);
  if (problems.length === 0) return null;
  return (
    <ul className="fw-panel-problems">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.path}`} data-severity={problem.severity}>
          {problem.message[language]} <span className="fw-panel-fix">{problem.fix[language]}</span>
        </li>
      ))}
    </ul>
  );
}
