import { useEffect, useRef } from "react";
import { inDesigner } from "../canvas/at-hand.ts";
import { isComposing } from "../canvas/keys/composing.ts";

interface PlayKeys {
  readonly start: () => void;
  readonly toggle: () => void;
  readonly back: () => void;
  readonly forward: () => void;
}

const USES_SPACE = "button, a[href], input, select, textarea, summary, [role], [tabindex='0']";
const USES_ARROWS = "input, select, textarea, [role], [tabindex='0']";

/**
 * Keys of a trial: Ctrl+Enter starts, Space runs and pauses, ← and → go back and forth in time. Space and the arrows
 * rest wherever what has the focus uses them itself, and all of them while a Chinese word is composed.
 */
export function usePlayKeys(keys: PlayKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || !inDesigner(".fw-play")) return;
      const target = event.target instanceof Element ? event.target : null;
      const editable = target instanceof HTMLElement && target.isContentEditable;
      if (editable || target?.closest("dialog, [role='dialog']")) return;
      const action = actionOf(event, target);
      if (action === null) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function actionOf(event: KeyboardEvent, target: Element | null): keyof PlayKeys | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === "Enter" && mod && !event.altKey) return "start";
  if (mod || event.altKey || event.shiftKey) return null;
  if (event.key === " ") return target?.closest(USES_SPACE) ? null : "toggle";
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return null;
  // Elsewhere the arrows lead from step to step.
  if (target !== document.body && !target?.closest(".fw-play")) return null;
  if (target?.closest(USES_ARROWS)) return null;
  return event.key === "ArrowLeft" ? "back" : "forward";
}
