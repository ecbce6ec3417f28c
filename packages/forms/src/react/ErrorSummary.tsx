import type { MouseEvent } from "react";
import { useForm } from "./form-context.ts";
import type { FormProblemItem } from "./form-problem-item.ts";

/** What is wrong, in the form's order; each sentence leads to its field. */
export function ErrorSummary({ problems }: { problems: readonly FormProblemItem[] }) {
  const { t, idOf, language } = useForm();
  const title = problems.length === 1 ? t("summaryTitleOne") : t("summaryTitle", { n: problems.length });
  return (
    <div className="fw-form-summary" role="alert">
      <strong>
        <span aria-hidden="true">! </span>
        {title}
      </strong>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.code}`}>
            <a href={`#${idOf(problem.path)}`} onClick={(event) => lead(event, problem.path, idOf)}>
              {problem.message[language]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses the control at the path, or the nearest one above it. */
function lead(event: MouseEvent, path: string, idOf: (pointer: string) => string): void {
  event.preventDefault();
  for (let pointer = path; ; pointer = pointer.slice(0, pointer.lastIndexOf("/"))) {
    const element = document.getElementById(idOf(pointer));
    if (element || !pointer) {
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
      return;
    }
  }
}
