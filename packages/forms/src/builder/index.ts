export { BilingualInput } from "./BilingualInput.tsx";
export type { ConditionSlot } from "./builder-context.ts";
export { FormBuilder, type FormBuilderProps } from "./FormBuilder.tsx";
