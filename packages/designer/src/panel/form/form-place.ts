import type { WorkflowDefinition } from "@flowright/definition";

/** The form, and the field of it, that a JSON Pointer leads into; null for any other place. */
export function formPlace(
  definition: WorkflowDefinition,
  path: string,
): { readonly form: string; readonly field: string | undefined } | null {
  const match = /^\/forms\/(\d+)(?:\/sections\/(\d+)\/fields\/(\d+))?/.exec(path);
  const form = match ? definition.forms?.[Number(match[1])] : undefined;
  if (!match || !form) return null;
  const field = form.sections[Number(match[2] ?? -1)]?.fields[Number(match[3] ?? -1)]?.field;
  return { form: form.id, field };
}
