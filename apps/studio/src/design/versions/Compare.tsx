export { FlowCompare as default } from "@flowright/designer/compare";
