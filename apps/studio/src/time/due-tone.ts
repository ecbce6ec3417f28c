export type DueTone = "none" | "track" | "risk" | "late";

/** Less than this share of the time left is "at risk". */
const RISK_SHARE = 0.25;

/** How a due time stands now: late once it has passed, at risk in the last quarter of the time given. */
export function dueToneOf(due: string | null, openedAt: string, now: number): DueTone {
  if (due === null) return "none";
  const end = Date.parse(due);
  if (Number.isNaN(end)) return "none";
  if (end <= now) return "late";
  const given = end - Date.parse(openedAt);
  return given > 0 && (end - now) / given < RISK_SHARE ? "risk" : "track";
}
