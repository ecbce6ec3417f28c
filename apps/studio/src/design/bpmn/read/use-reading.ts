import type { ImportStage } from "@flowright/bpmn";
import { useEffect, useState } from "react";
import type { BpmnSource } from "./bpmn-source.ts";
import { type ReadBpmn, readBpmn } from "./read-bpmn.ts";

export interface Reading {
  readonly stage: ImportStage;
  /** Null while it is being read. */
  readonly read: ReadBpmn | null;
}

/** Reads a drawing as soon as there is one; another one, or none, ends the reading. */
export function useReading(source: BpmnSource | null): Reading {
  const [state, setState] = useState<Reading & { readonly of: BpmnSource | null }>({
    of: null,
    stage: "guard",
    read: null,
  });
  useEffect(() => {
    if (source === null) return;
    const ending = new AbortController();
    void readBpmn(source, (stage) => setState({ of: source, stage, read: null }), ending.signal).then(
      (read) => {
        if (!ending.signal.aborted) setState({ of: source, stage: "check", read });
      },
    );
    return () => ending.abort();
  }, [source]);
  return state.of === source ? state : { stage: "guard", read: null };
}
