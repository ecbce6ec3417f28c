/** The candidate that is closest to a mistyped name; null when none is close. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.min(Math.max(1, Math.floor(name.length / 3)), name.length - 1) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance of two names; long ones are cut, since no typing error is that long. */
function editDistance(left: string, right: string): number {
  const a = Array.from(left).slice(0, 100);
  const b = Array.from(right).slice(0, 100);
  let row = b.map((_, i) => i + 1);
  row.unshift(0);
  for (const [i, from] of a.entries()) {
    const next = [i + 1];
    for (const [j, to] of b.entries()) {
      const replaced = (row[j] ?? 0) + (from === to ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
