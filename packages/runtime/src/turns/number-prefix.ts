/**
 * First letters of a flow's id for its case numbers: `return-handling` gives RET. Flows with the same letters
 * share one counter, so that a number names one case of the workspace.
 */
export function numberPrefixOf(definitionId: string): string {
  const letters = definitionId
    .replace(/[^A-Za-z]/g, "")
    .slice(0, 3)
    .toUpperCase();
  return letters.length >= 2 ? letters : "CASE";
}
