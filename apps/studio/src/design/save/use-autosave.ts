import { ApiError, type Draft } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useLive } from "../../live/use-live.ts";
import { api } from "../../session/api.ts";
import { endSession } from "../../shell/end-session.ts";
import { type AutosaveStart, createAutosave } from "./autosave.ts";
import type { EditJournal } from "./edit-journal.ts";
import { readDraft } from "./read-draft.ts";
import type { SaveState } from "./save-state.ts";

interface UseAutosave {
  readonly flow: string;
  readonly start: AutosaveStart;
  readonly journal: EditJournal;
  /** Edits of this browser that never reached the server, to go on with. */
  readonly recovered: WorkflowDefinition | null;
  /** Called once those edits are kept by this window. */
  tidy(): Promise<void>;
  onTheirs(draft: Draft): void;
}

/** The autosave of one flow while its designer is on screen; it saves before the page is left. */
export function useAutosave({ flow, start, journal, recovered, tidy, onTheirs }: UseAutosave) {
  const [state, setState] = useState<SaveState>({ kind: "saved", at: start.savedAt });
  const taken = useRef(onTheirs);
  const queries = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    taken.current = onTheirs;
  });
  const [autosave] = useState(() =>
    createAutosave({
      start,
      journal,
      send: (body, revision) => api().drafts.save(flow, body, revision),
      read: () => readDraft(flow),
      setAside: (body) => api().drafts.keep(flow, body),
      onState: setState,
      onTheirs: (draft) => taken.current(draft),
      now: () => new Date().toISOString(),
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    }),
  );

  useEffect(() => {
    if (recovered !== null) {
      autosave.change(recovered);
      void autosave.flush();
    }
    // Without a connection it stays where it is until the flow is opened the next time.
    tidy().catch(() => undefined);
  }, [autosave, recovered, tidy]);

  useEffect(() => {
    const goOn = () => void autosave.flush();
    const stay = (event: BeforeUnloadEvent) => {
      if (autosave.isUnsaved()) event.preventDefault();
    };
    globalThis.addEventListener("online", goOn);
    globalThis.addEventListener("pagehide", goOn);
    globalThis.addEventListener("beforeunload", stay);
    return () => {
      globalThis.removeEventListener("online", goOn);
      globalThis.removeEventListener("pagehide", goOn);
      globalThis.removeEventListener("beforeunload", stay);
      void autosave.flush();
    };
  }, [autosave]);

  useEffect(() => {
    if (state.kind !== "refused" || !(state.error instanceof ApiError)) return;
    if (state.error.status === 401) endSession(queries, router);
  }, [state, queries, router]);

  useLive(`drafts:${flow}`, (changes) => {
    if (changes === null) return void autosave.heard(null);
    for (const change of changes) {
      if (change.kind === "draft.saved") void autosave.heard(change.revision);
    }
  });

  return { autosave, state };
}
