/** A task, case or flow that was opened from the search. */
export interface RecentPlace {
  readonly kind: "task" | "case" | "flow";
  readonly id: string;
  readonly label: string;
  readonly about: string;
}

const MOST = 6;

const keyOf = (person: string) => `flowright.search.recent.${person}`;

/** What a person opened last from the search on this device, the last one first. */
export function recentPlaces(person: string): readonly RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MOST) : [];
  } catch {
    // Not kept, or written by another version.
    return [];
  }
}

/** Notes that a place was opened. */
export function rememberPlace(person: string, place: RecentPlace): void {
  const others = recentPlaces(person).filter(({ kind, id }) => kind !== place.kind || id !== place.id);
  try {
    localStorage.setItem(keyOf(person), JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // Without room on the device nothing is remembered.
  }
}

function isPlace(value: unknown): value is RecentPlace {
  if (typeof value !== "object" || value === null) return false;
  const { kind, id, label, about } = value as Record<string, unknown>;
  return (
    ["task", "case", "flow"].includes(String(kind)) &&
    [id, label, about].every((text) => typeof text === "string")
  );
}
