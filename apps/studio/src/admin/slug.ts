/** A stable id made from a name, not among those taken; for names without Latin letters from the fallback. */
export function slug(name: string, fallback: string, taken: readonly string[], most = 40): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, most)
    .replace(/-+$/, "");
  const base = words === "" ? fallback : words;
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number++) {
    const id = `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
