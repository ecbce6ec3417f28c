import type { CaseData, Field } from "@flowright/definition";
import { ownProperty } from "../value/own-property.ts";

/** The case field at a dotted path; undefined if the case has none. */
export function fieldAt(schema: CaseData, path: string): Field | undefined {
  let field: Field | undefined = schema;
  for (const name of path.split(".")) field = ownProperty(field?.properties, name);
  return field;
}
