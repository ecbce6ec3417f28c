import type { DecisionOutput, Field } from "@flowright/definition";

/** A column of results as a field that formulas can read. */
export function columnField({ type, label, values }: DecisionOutput): Field {
  const plain = type === "string" || type === "number" || type === "integer" || type === "boolean";
  return {
    ...(plain ? { type } : { type: "string", format: type }),
    ...(label === undefined ? {} : { title: label }),
    ...(values === undefined ? {} : { enum: values }),
  };
}
