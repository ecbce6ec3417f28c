import { useEffect, useRef } from "react";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { FIRST_PACE, nextPace } from "./proof-pace.ts";

/**
 * Plays the flow through when nobody is typing, and shows what it found with the other problems. In an idle moment of
 * the page rather than in a worker, which a page that embeds the designer would have to allow and to serve; what was
 * proven of a block is kept, so that only what changed is looked at again.
 */
export function LiveProof() {
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const pace = useRef(FIRST_PACE);
  useEffect(() => {
    let over = false;
    const run = async () => {
      const { prove } = await import("@flowright/engine");
      if (over) return;
      const from = performance.now();
      const { findings } = prove(definition, { states: pace.current.states });
      pace.current = nextPace(pace.current, performance.now() - from);
      store.getState().showProof(definition, findings);
    };
    const timer = setTimeout(() => whenIdle(() => void run()), pace.current.pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [definition, store]);
  return null;
}

function whenIdle(work: () => void): void {
  // Safari has no idle moments to offer.
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 0);
}
