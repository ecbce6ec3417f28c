/** A problem as the validator or the API gives it; only the place and the sentence are read. */
export interface FormProblemItem {
  readonly code: string;
  readonly path: string;
  readonly message: { readonly en: string; readonly "zh-CN": string };
}
