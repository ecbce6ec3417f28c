/** The page to return to after signing in: only a path of this application, never another site or the entry. */
export function wayBack(back: string | undefined): string {
  if (back === undefined || !/^\/(?![/\\])/.test(back)) return "/";
  const path = new URL(back, "http://studio").pathname;
  return path === "/enter" || path.startsWith("/enter/") ? "/" : back;
}
