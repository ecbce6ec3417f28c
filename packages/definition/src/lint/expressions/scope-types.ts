import { withCounters } from "../../model/loop-fields.ts";
import { type ScopeVariables, withFields } from "../../model/with-fields.ts";

type Extension = (variables: ScopeVariables) => ScopeVariables;

/** Scope variables with what an event or a call brings; one object per scope, so that checks can be kept by it. */
export interface ScopeTypes {
  readonly withMessage: Extension;
  readonly withSignal: Extension;
  readonly withResult: Extension;
  /** What the end of a step that is done per item sees. */
  readonly withCounters: Extension;
  /** What the need of a complex gateway sees. */
  readonly withBranches: Extension;
}

export function createScopeTypes(): ScopeTypes {
  const kept = (extend: Extension): Extension => {
    const known = new Map<ScopeVariables, ScopeVariables>();
    return (variables) => {
      const extended = known.get(variables) ?? extend(variables);
      known.set(variables, extended);
      return extended;
    };
  };
  return {
    withMessage: kept((variables) => withFields(variables, { message: {} })),
    withSignal: kept((variables) => withFields(variables, { signal: {} })),
    withResult: kept((variables) => withFields(variables, { result: {} })),
    withCounters: kept(withCounters),
    withBranches: kept((variables) =>
      withFields(variables, { arrived: { type: "integer" }, awaited: { type: "integer" } }),
    ),
  };
}
