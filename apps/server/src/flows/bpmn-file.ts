import { checkBpmn, importBpmn } from "@flowright/bpmn";
import type { FlowFile } from "./flow-files.ts";

/** The flows of BPMN 2.0 XML, with what the import says and what BPMN forbids. */
export function flowsOfBpmn(bytes: Uint8Array): Pick<FlowFile, "definitions" | "problems" | "forbidden"> {
  const { definitions, problems } = importBpmn(bytes);
  const forbidden = definitions.length === 0 ? [] : checkBpmn(bytes);
  return { definitions, problems: [...forbidden, ...problems], forbidden };
}
