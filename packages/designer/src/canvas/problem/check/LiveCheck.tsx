import { useEffect, useRef } from "react";
import { patiently } from "../../../lazy-part.ts";
import { useDesigner, useDesignerStore } from "../../../store-context.ts";
import { knownReferences } from "./known-references.ts";
import { openChecker } from "./worker-checker.ts";

/** A pause in the editing after which the document is checked (milliseconds). */
const PAUSE = 150;

/**
 * Checks the document by schema and rules in a worker when nobody is typing; the answer for an older document is not
 * shown. Where the page can have no worker, the check is fetched and done in the page.
 */
export function LiveCheck() {
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const flows = useDesigner((state) => state.flows);
  const decisions = useDesigner((state) => state.decisions);
  const checker = useRef<ReturnType<typeof openChecker>>(null);
  const first = useRef(true);
  useEffect(() => {
    const made = openChecker();
    checker.current = made;
    return () => made.close();
  }, []);
  useEffect(() => {
    let over = false;
    const known = knownReferences({ flows, decisions });
    const check = async () => {
      const answer = await checker.current?.ask({ definition, known });
      if (over || answer === undefined || answer === "outdated") return;
      if (typeof answer === "object") return store.getState().showCheck(definition, answer.problems);
      const { checkHere, checkNotInTime } = await patiently(() => import("./check-here.ts"));
      if (over) return;
      const checked = answer === "late" ? checkNotInTime() : checkHere({ definition, known });
      store.getState().showCheck(definition, checked.problems);
    };
    const timer = setTimeout(() => void check(), first.current ? 0 : PAUSE);
    first.current = false;
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [definition, flows, decisions, store]);
  return null;
}
