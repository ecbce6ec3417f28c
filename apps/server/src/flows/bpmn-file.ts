import { importBpmn } from "@flowright/bpmn";
import type { FlowFile } from "./flow-files.ts";

/** The flows of BPMN 2.0 XML, with what the import says of them. */
export function flowsOfBpmn(bytes: Uint8Array): Pick<FlowFile, "definitions" | "problems"> {
  const { definitions, problems } = importBpmn(bytes);
  return { definitions, problems };
}
