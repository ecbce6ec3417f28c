import type { ReactNode } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { Fixed } from "../template/Fixed.tsx";
import { usePanelScope, useTemplateRule } from "./panel-scope.ts";

interface PropertyGroupProps {
  readonly title: string;
  /** Places below the step that belong here; their problems are counted in the heading. */
  readonly at: readonly string[];
  /** Rarely used: closed until it is opened or a problem is inside. */
  readonly closed?: boolean | undefined;
  readonly children: ReactNode;
}

/** A group of properties that opens and closes, with the number of problems inside. */
export function PropertyGroup({ title, at, closed, children }: PropertyGroupProps) {
  const { path } = usePanelScope();
  const t = useTexts(PANEL_TEXTS);
  const count = useDesigner(
    (state) =>
      state.problems.filter((problem) =>
        at.some((tail) => problem.path === path + tail || problem.path.startsWith(`${path + tail}/`)),
      ).length,
  );
  const rule = useTemplateRule(at);
  if (rule === "hidden") return null;
  return (
    <details className="fw-panel-group" open={!closed || count > 0}>
      <summary>
        <span>{title}</span>
        {count > 0 && (
          <span className="fw-panel-count" title={t(count === 1 ? "oneProblem" : "problems", { count })}>
            <span aria-hidden="true">!</span> {count}
            <span className="fw-form-spoken"> {t(count === 1 ? "oneProblem" : "problems", { count })}</span>
          </span>
        )}
      </summary>
      <div className="fw-panel-body">
        <Fixed rule={rule} tell>
          {children}
        </Fixed>
      </div>
    </details>
  );
}
