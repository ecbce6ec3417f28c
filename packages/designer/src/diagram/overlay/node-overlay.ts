/** A word or number of the hosting page on a step. */
export interface OverlayBadge {
  /** Short: it stands on the corner of the step. */
  readonly text: string;
  /** What it means, as a tooltip and for screen readers; without it the text is read. */
  readonly title?: string;
  readonly tone?: "neutral" | "accent" | "good" | "warning" | "bad";
}

/** What is shown on one step. */
export interface NodeOverlay {
  /** Cases or tasks that wait there. */
  readonly waiting?: number;
  /** How many of them are late. */
  readonly overdue?: number;
  readonly incidents?: number;
  /** Where one case stands. */
  readonly state?: "done" | "current" | "future";
  /** One quiet line, e.g. who did it and when. */
  readonly note?: string;
  readonly badges?: readonly OverlayBadge[];
  /** From 0 (cool, blue) to 1 (hot, orange); drawn below what is written on the step. */
  readonly heat?: number;
}

/** Overlays by node id; ids that are not in the drawing are passed over. */
export type Overlays = { readonly [nodeId: string]: NodeOverlay };
