/** Whether a text is a UUID as PostgreSQL writes it; anything else names nothing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** `<instance id>.<number>`, the public id of a task, job or incident; null where it is none. */
export function parseRowId(id: string): { readonly instance: string; readonly number: number } | null {
  const dot = id.lastIndexOf(".");
  const instance = id.slice(0, dot);
  const digits = id.slice(dot + 1);
  if (dot < 0 || !isUuid(instance) || !/^[0-9]{1,9}$/.test(digits)) return null;
  return { instance, number: Number(digits) };
}
