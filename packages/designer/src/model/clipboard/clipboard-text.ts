import type { Clipping } from "./clipping.ts";

/**
 * The clipboard holds plain text, so that steps can be pasted into another tab, a chat or a file: this prefix,
 * a line break, then `{"nodes": […], "edges": […]}` as in a workflow definition, `"open": […]`: lines without a
 * `target`, by which the steps led on to what followed, and `"brings": {…}`: forms, roles, working calendars, fields and
 * decisions that the steps refer to. docs/reference/clipboard.md describes it.
 */
export const PREFIX = "flowright/steps/v1";

export function clipboardText(clipping: Clipping): string {
  const { nodes, edges, open, brings } = clipping;
  return `${PREFIX}\n${JSON.stringify({ nodes, edges, ...(open && { open }), ...(brings && { brings }) }, null, 2)}`;
}
