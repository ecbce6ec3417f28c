/** Places that the keyboard goes to, one after the other: cards, heads of branches, "+", returns. */
export function stopsIn(frame: HTMLElement): HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>("[data-stop]")];
}

export function stopOf(frame: HTMLElement, id: string): HTMLElement | null {
  return frame.querySelector<HTMLElement>(`[data-stop="${CSS.escape(id)}"]`);
}

/** Makes one stop the one that Tab leads to: this one, else the one that was it, else the first. */
export function oneTabStop(frame: HTMLElement, id: string | null): void {
  const stops = stopsIn(frame);
  const active = stops.find((stop) => stop === document.activeElement);
  const was = stops.find((stop) => stop.tabIndex === 0);
  const next =
    active ??
    (id === null ? undefined : stops.find((stop) => stop.dataset["stop"] === id)) ??
    was ??
    stops[0];
  for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
}

/** Scrolls a step or line into sight, or the card that stands for it. */
export function showStop(frame: HTMLElement, id: string): void {
  const shown = stopOf(frame, id) ?? frame.querySelector<HTMLElement>(`[data-holds~="${CSS.escape(id)}"]`);
  shown?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
