import type { ProofFinding } from "@flowright/engine";
import { useEffect, useRef } from "react";
import { patiently } from "../../../lazy-part.ts";
import { useDesigner, useDesignerStore } from "../../../store-context.ts";
import { FIRST_PACE, nextPace, type ProofPace } from "./proof-pace.ts";
import { openProver } from "./worker-prover.ts";

/** A pause in the editing after which a worker plays the flow through (milliseconds). */
const PAUSE = 250;

/**
 * Plays the flow through in a worker when nobody is typing, and shows what it found with the other problems; what was
 * found of an older drawing is not shown. Where the page can have no worker, it is done in its idle moments, with less
 * to look at the longer it takes.
 */
export function LiveProof() {
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const prover = useRef<ReturnType<typeof openProver>>(null);
  const pace = useRef<ProofPace | null>(null);
  useEffect(() => {
    const made = openProver();
    prover.current = made;
    return () => made.close();
  }, []);
  useEffect(() => {
    let over = false;
    const show = (findings: readonly ProofFinding[]) => {
      if (!over) store.getState().showProof(definition, findings);
    };
    const here = async () => {
      const { proveHere } = await patiently(() => import("./prove-here.ts"));
      if (over) return;
      const { states } = pace.current ?? FIRST_PACE;
      const from = performance.now();
      const findings = proveHere(definition, states);
      pace.current = nextPace(pace.current ?? FIRST_PACE, performance.now() - from);
      show(findings);
    };
    const away = async () => {
      const proof = await prover.current?.ask(definition);
      if (over || proof === undefined || proof === "outdated") return;
      if (proof === "late")
        show([(await patiently(() => import("./prove-here.ts"))).proofNotInTime(definition)]);
      else if (proof !== "unavailable") show(proof);
      else {
        pace.current = FIRST_PACE;
        whenIdle(() => void here());
      }
    };
    const begin = () => (pace.current === null ? void away() : whenIdle(() => void here()));
    const timer = setTimeout(begin, pace.current?.pause ?? PAUSE);
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
