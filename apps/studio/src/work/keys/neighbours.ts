/** The task after the open one; the first where none is open. */
export function nextOf(order: readonly string[], open: string | undefined): string | undefined {
  const place = open === undefined ? -1 : order.indexOf(open);
  return order[place + 1];
}

/** The task before the open one. */
export function previousOf(order: readonly string[], open: string | undefined): string | undefined {
  const place = open === undefined ? order.length : order.indexOf(open);
  return place > 0 ? order[place - 1] : undefined;
}

/** What to show once a task is done: its successor in the list, else its predecessor, else nothing. */
export function afterDone(order: readonly string[], done: string): string | undefined {
  const place = order.indexOf(done);
  if (place < 0) return order.find((id) => id !== done);
  return order[place + 1] ?? order[place - 1];
}
