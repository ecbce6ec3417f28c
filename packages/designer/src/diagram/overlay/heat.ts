import type { CSSProperties } from "react";
import type { NodeOverlay } from "./node-overlay.ts";

/** The heat of a step as a CSS variable between 0 and 1 (`--fw-heat`); nothing where there is none. */
export function heatStyle(overlay: NodeOverlay | null | undefined): {
  readonly "data-heat"?: true;
  readonly style?: CSSProperties;
} {
  const heat = overlay?.heat;
  if (heat === undefined || !Number.isFinite(heat)) return {};
  return { "data-heat": true, style: { "--fw-heat": Math.min(1, Math.max(0, heat)) } as CSSProperties };
}
