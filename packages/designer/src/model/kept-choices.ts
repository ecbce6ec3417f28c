/**
 * The new settings with the old objects where those say the same: a hosting page that writes its lists anew each time
 * it draws would else have every step and line drawn anew with each edit. Data is compared through, functions are the
 * same or another.
 */
export function keptChoices<Settings extends object>(before: object, next: Settings): Settings {
  const old = before as { readonly [name: string]: unknown };
  return Object.fromEntries(
    Object.entries(next).map(([name, value]) => [name, saysTheSame(old[name], value) ? old[name] : value]),
  ) as Settings;
}

function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(other, name) &&
      saysTheSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}
