export { checkCaseData } from "./form/check-case-data.ts";
export { checkForm } from "./form/check-form.ts";
