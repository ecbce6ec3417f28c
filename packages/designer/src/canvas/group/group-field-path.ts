/** What the panel is asked to focus when a group is to be named. */
export function groupFieldPath(id: string): string {
  return `/drawing/groups/${id}/name`;
}
