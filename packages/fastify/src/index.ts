export { flowright } from "./flowright.ts";
export type { FlowrightOptions } from "./options.ts";
export { frameworkErrors } from "./problem/framework-errors.ts";
