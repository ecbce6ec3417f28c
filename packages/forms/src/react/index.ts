export type { FormFile, FormPerson, UploadFile } from "./form-context.ts";
export type { FormLanguage } from "./form-language.ts";
export type { FormProblemItem } from "./form-problem-item.ts";
export { TaskForm, type TaskFormProps } from "./TaskForm.tsx";
