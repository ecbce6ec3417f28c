/** An id for a role from its name: "Warehouse lead" gives `warehouse-lead`; without Latin letters, a number. */
export function newRoleId(name: string, taken: readonly string[]): string {
  const slug = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40);
  if (slug !== "" && !taken.includes(slug)) return slug;
  const stem = slug === "" ? "role" : slug;
  for (let number = slug === "" ? 1 : 2; ; number++) {
    if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
