import { type ScopeVariables, withFields } from "../../model/scope-variables.ts";

/** Scope variables with the payload of a message or the answer of a call; one object per scope, so that checks can be kept by it. */
export interface ScopeTypes {
  withMessage(variables: ScopeVariables): ScopeVariables;
  withResult(variables: ScopeVariables): ScopeVariables;
}

export function createScopeTypes(): ScopeTypes {
  const withExtra = (name: string) => {
    const known = new Map<ScopeVariables, ScopeVariables>();
    return (variables: ScopeVariables): ScopeVariables => {
      const extended = known.get(variables) ?? withFields(variables, { [name]: {} });
      known.set(variables, extended);
      return extended;
    };
  };
  return { withMessage: withExtra("message"), withResult: withExtra("result") };
}
