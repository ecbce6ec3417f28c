import { useEffect, useMemo, useState } from "react";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { isFreshRequest } from "../focus/fresh-request.ts";
import { FormDrawer } from "../form/FormDrawer.tsx";
import { formPlace } from "../form/form-place.ts";

/** Problems that belong to no step: of fields, forms and the flow itself. One of a form opens the form. */
export function FlowProblems() {
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const request = useDesigner((state) => state.focusRequest);
  const all = useDesigner((state) => state.problems);
  const problems = useMemo(() => all.filter((problem) => problem.node === undefined), [all]);
  const [place, setPlace] = useState<ReturnType<typeof formPlace>>(null);
  const store = useDesignerStore();
  useEffect(() => {
    const asked = request && formPlace(store.getState().definition, request.path);
    if (asked && isFreshRequest(store, request.serial)) setPlace(asked);
  }, [request, store]);
  return (
    <>
      {problems.length > 0 && (
        <ul className="fw-panel-problems">
          {problems.map((problem) => {
            const inForm = formPlace(definition, problem.path);
            return (
              <li key={`${problem.code} ${problem.path}`} data-severity={problem.severity}>
                <button
                  type="button"
                  data-path={problem.path}
                  onClick={() =>
                    inForm ? setPlace(inForm) : store.getState().focusField(null, problem.path)
                  }
                >
                  {problem.message[language]}
                </button>{" "}
                <span className="fw-panel-fix">{problem.fix[language]}</span>
              </li>
            );
          })}
        </ul>
      )}
      {place && <FormDrawer formId={place.form} field={place.field} onClose={() => setPlace(null)} />}
    </>
  );
}
