import type { DecisionTable, LocalizedText } from "@flowright/definition";

/** A table to begin with: one condition, one result, and a rule that always holds. */
export function freshTable(name: LocalizedText): DecisionTable {
  return {
    name,
    hitPolicy: "first",
    inputs: [{ id: "input_1", expression: "input", type: "string" }],
    outputs: [{ name: "result", type: "string" }],
    rules: [{ id: "rule_1", when: ["-"], then: ["null"] }],
  };
}
