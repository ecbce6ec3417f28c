import type { Problem } from "@flowright/definition";
import { useId } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ProblemRow } from "./ProblemRow.tsx";
import { PROBLEM_TEXTS } from "./problem-texts.ts";

/** The problems, errors before warnings, each group under its count. */
export function ProblemList() {
  const t = useTexts(PROBLEM_TEXTS);
  const problems = useDesigner((state) => state.problems);
  return (
    <div className="fw-problems-list">
      {problems.length === 0 && <p className="fw-problems-none">{t("publishable")}</p>}
      <ProblemGroup severity="error" problems={problems} />
      <ProblemGroup severity="warning" problems={problems} />
    </div>
  );
}

function ProblemGroup({
  severity,
  problems,
}: {
  readonly severity: Problem["severity"];
  readonly problems: readonly Problem[];
}) {
  const t = useTexts(PROBLEM_TEXTS);
  const id = useId();
  const own = problems.filter((problem) => problem.severity === severity);
  if (own.length === 0) return null;
  const words = severity === "error" ? "blocking" : "notBlocking";
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="fw-problems-head">
        {t(words, { count: own.length })}
      </h2>
      <ul className="fw-problems-group">
        {own.map((problem) => (
          <ProblemRow
            key={`${problem.code}${problem.path}${problem.at ? JSON.stringify(problem.at) : ""}`}
            problem={problem}
          />
        ))}
      </ul>
    </section>
  );
}
