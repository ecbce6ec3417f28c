import { Suspense } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { lazyPart } from "../../lazy-part.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { PROBLEM_TEXTS } from "./problem-texts.ts";

const ProblemList = lazyPart(async () => (await import("./ProblemList.tsx")).ProblemList);

/** What is wrong, below the canvas: how much always, each of it when opened. */
export function ProblemsPanel() {
  const t = useTexts(PROBLEM_TEXTS);
  const problems = useDesigner((state) => state.problems);
  const checked = useDesigner((state) => state.checked !== null);
  const open = useCanvasUi((state) => state.problemsOpen);
  const ui = useCanvasUiStore();
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const none = errors + warnings === 0;
  return (
    <section className="fw-problems" aria-label={t("title")} data-open={open || undefined}>
      <button
        type="button"
        className="fw-problems-bar"
        aria-expanded={open}
        onClick={() => ui.getState().set({ problemsOpen: !open })}
      >
        <span
          className="fw-problems-count"
          data-severity={errors > 0 ? "error" : warnings > 0 ? "warning" : checked ? "ok" : "unknown"}
        >
          {(!none || checked) && <Icon name={none ? "check" : "warning"} size={16} />}
          {errors > 0 && <span>{t(errors === 1 ? "oneError" : "errors", { count: errors })}</span>}
          {warnings > 0 && <span>{t(warnings === 1 ? "oneWarning" : "warnings", { count: warnings })}</span>}
          {none && <span>{t(checked ? "none" : "checking")}</span>}
        </span>
        <Icon name="chevron" size={16} />
      </button>
      {open && (
        <Suspense fallback={<div className="fw-problems-list" aria-busy="true" />}>
          <ProblemList />
        </Suspense>
      )}
    </section>
  );
}
