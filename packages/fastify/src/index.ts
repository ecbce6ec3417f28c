export { flowright } from "./flowright.ts";
export type { FlowrightOptions } from "./options.ts";
