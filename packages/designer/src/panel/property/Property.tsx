import { type ReactNode, useId } from "react";
import { useDesigner } from "../../store-context.ts";
import { useFocusRequest } from "../focus/use-focus-request.ts";
import { Fixed } from "../template/Fixed.tsx";
import { usePanelScope, useTemplateRule } from "./panel-scope.ts";
import { usePropertyProblems } from "./use-property-problems.ts";

/** What a control needs to belong to its property. */
export interface ControlProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly readOnly: boolean;
}

interface PropertyProps {
  readonly label: string;
  /** Place below the step, as a JSON Pointer tail: `/who/role`. Problems there are shown here. */
  readonly at: string;
  readonly help?: string | undefined;
  /** The label is heard, not seen. */
  readonly hideLabel?: boolean | undefined;
  /** The control consists of several and names itself. */
  readonly group?: boolean | undefined;
  /** Problems at places below are shown there, not here. */
  readonly exact?: boolean | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** One property: label, control, help, and the problems of exactly this place. */
export function Property({ label, at, help, hideLabel, group, exact, children }: PropertyProps) {
  const scope = usePanelScope();
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const id = useId();
  const path = scope.path + at;
  const problems = usePropertyProblems(path, exact === true);
  useFocusRequest(path, id);
  const describedBy =
    [help && `${id}-help`, problems.length > 0 && `${id}-problems`].filter(Boolean).join(" ") || undefined;
  const invalid = problems.some((problem) => problem.severity === "error");
  const rule = useTemplateRule([at]);
  const caption = hideLabel ? "fw-form-spoken" : "fw-form-label";
  if (rule === "hidden") return null;
  return (
    <div
      className="fw-form-field fw-panel-property"
      id={`${id}-property`}
      {...(group ? { role: "group", "aria-labelledby": `${id}-label`, "aria-describedby": describedBy } : {})}
    >
      {group ? (
        <span className={caption} id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className={caption} id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
      )}
      <Fixed rule={rule}>
        {children({ id, describedBy, invalid, readOnly: readOnly || rule === "locked" })}
      </Fixed>
      {help && (
        <span className="fw-form-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {problems.length > 0 && (
        <span className="fw-panel-problems" id={`${id}-problems`}>
          {problems.map((problem) => (
            <span key={`${problem.code} ${problem.path}`} data-severity={problem.severity}>
              {problem.message[language]} <span className="fw-panel-fix">{problem.fix[language]}</span>
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
