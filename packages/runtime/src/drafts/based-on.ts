/** A number of a version, or null for anything that cannot be one. */
export function versionOf(value: number | null | undefined): number | null {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value < 2 ** 31 ? value : null;
}
