import { useCallback, useMemo, useState } from "react";
import { checkForm } from "../form/check-form.ts";
import type { FormInput } from "../form/form-view.ts";
import type { FormProblemItem } from "./form-problem-item.ts";

interface FormProblems {
  /** Given problems whose field was not changed since, and own ones of fields that were left. */
  readonly problems: readonly FormProblemItem[];
  /** The field was changed: what was said about it before no longer counts. */
  readonly changed: (fieldPointer: string) => void;
  /** The field lost the focus: from now on what is wrong with it may be said. */
  readonly left: (fieldPointer: string) => void;
}

/**
 * When a problem is shown: those given by the caller (the answer to "complete") until the field is changed;
 * the form's own as soon as a changed field is left. An empty required field is no mistake before submitting.
 */
export function useFormProblems(input: FormInput, given: readonly FormProblemItem[]): FormProblems {
  const [seen, setSeen] = useState(given);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  if (!sameProblems(seen, given)) {
    setSeen(given);
    setFresh(new Set());
  }
  const { form, schema, data, variables, now } = input;
  const own = useMemo(
    () =>
      touched.size === 0
        ? []
        : checkForm({ form, schema, data, variables, now, stage: "complete" }).problems.filter(
            (problem) => problem.code !== "form.required" && isOf(touched, problem.path),
          ),
    [form, schema, data, variables, now, touched],
  );
  const problems = useMemo(() => {
    const kept = given.filter((problem) => !isOf(fresh, problem.path));
    const known = new Set(kept.map((problem) => problem.path));
    return [...kept, ...own.filter((problem) => !known.has(problem.path))];
  }, [given, fresh, own]);
  const changed = useCallback((pointer: string) => setFresh((old) => new Set(old).add(pointer)), []);
  const left = useCallback(
    (pointer: string) => setTouched((old) => (old.has(pointer) ? old : new Set(old).add(pointer))),
    [],
  );
  return { problems, changed, left };
}

/** A host may make the list anew with every rendering; what counts is whether it says something else. */
function sameProblems(a: readonly FormProblemItem[], b: readonly FormProblemItem[]): boolean {
  return a === b || (a.length === b.length && a.every((problem, index) => problem === b[index]));
}

function isOf(fields: ReadonlySet<string>, path: string): boolean {
  for (const field of fields) if (path === field || path.startsWith(`${field}/`)) return true;
  return false;
}
