/**
 * Counts the elements and attributes of an XML file by looking at its characters alone: nothing of the importer or its
 * parser is used, so that a part that they overlook is missing in their report and not here.
 */
export function countParts(xml: string): { elements: number; attributes: number } {
  const bare = xml
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")
    .replace(/<\?[\s\S]*?\?>/g, "");
  let elements = 0;
  let attributes = 0;
  for (const [, inside = ""] of bare.matchAll(
    /<[^/!?\s>][^\s/>]*((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g,
  )) {
    elements += 1;
    attributes += [...inside.matchAll(/=\s*(?:"[^"]*"|'[^']*')/g)].length;
  }
  return { elements, attributes };
}
