export { BilingualInput } from "./BilingualInput.tsx";
export type { ConditionSlot } from "./builder-context.ts";
export { CaseFieldsEditor } from "./CaseFieldsEditor.tsx";
export { type FieldKind, fieldOfKind } from "./edit/field-kind.ts";
export { fieldName } from "./edit/field-name.ts";
export { FormBuilder, type FormBuilderProps } from "./FormBuilder.tsx";
