import { canonicalJson, type WorkflowDefinition } from "@flowright/definition";
import { useState } from "react";
import type { AutosaveStart } from "../save/autosave.ts";
import { createEditJournal, type EditJournal, type JournalEntry } from "../save/edit-journal.ts";
import type { OpenedFlow } from "./open-flow.ts";

interface Recovery {
  readonly start: AutosaveStart;
  readonly journal: EditJournal;
  /** Edits kept in this browser that the server does not have; null for none. */
  readonly recovered: JournalEntry | null;
}

interface UseRecovery {
  readonly flow: string;
  readonly workspace: string;
  readonly user: string;
  readonly opened: OpenedFlow;
  readonly content: WorkflowDefinition;
  readonly mayWrite: boolean;
}

/**
 * With what a flow is opened: as the server has it, or with the edits that a reload or crash left in this browser.
 * Those go on under the revision they were made on, so that the lock notices what others saved since.
 */
export function useRecovery({ flow, workspace, user, opened, content, mayWrite }: UseRecovery): Recovery {
  const [recovery] = useState((): Recovery => {
    const journal = createEditJournal(localStorage, { workspace, user, flow });
    const start: AutosaveStart = {
      definition: content,
      revision: opened.draft?.revision ?? null,
      basedOn: opened.draft?.basedOn ?? opened.versions[0]?.version ?? null,
      savedAt: opened.draft?.savedAt ?? null,
    };
    const entry = mayWrite ? journal.read() : null;
    if (entry === null) return { start, journal, recovered: null };
    if (canonicalJson(entry.definition) === canonicalJson(content)) {
      journal.clear();
      return { start, journal, recovered: null };
    }
    return {
      start: { ...start, revision: entry.revision, basedOn: entry.basedOn },
      journal,
      recovered: entry,
    };
  });
  return recovery;
}
