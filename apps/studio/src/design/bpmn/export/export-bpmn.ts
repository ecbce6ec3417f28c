/** By itself, so that what reads drawings is not fetched with what writes them. */
export { exportBpmn } from "@flowright/bpmn";
