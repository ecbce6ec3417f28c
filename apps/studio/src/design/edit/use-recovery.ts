import { canonicalJson, type WorkflowDefinition } from "@flowright/definition";
import { useEffect, useState } from "react";
import { api } from "../../session/api.ts";
import type { AutosaveStart } from "../save/autosave.ts";
import { browserJournal } from "../save/browser-journal.ts";
import {
  createEditJournal,
  type EditJournal,
  type JournalEntry,
  type JournalPlace,
  type LeftEdits,
} from "../save/edit-journal.ts";
import { nextEditor, onScreen } from "../save/this-window.ts";
import type { OpenedFlow } from "./open-flow.ts";

interface Recovery {
  readonly start: AutosaveStart;
  readonly journal: EditJournal;
  /** Edits kept in this browser that the server does not have; null for none. */
  readonly recovered: JournalEntry | null;
  /** Clears up what other windows left, once this one has taken over its part. */
  tidy(): Promise<void>;
}

interface UseRecovery {
  readonly place: JournalPlace;
  readonly opened: OpenedFlow;
  readonly content: WorkflowDefinition;
}

/**
 * With what a flow is opened: as the server has it, or with the edits that a reload or crash left in this browser.
 * Those go on under the revision they were made on, so that the lock notices what others saved since. Where several
 * windows left edits, the newest go on and the others are set aside among the versions.
 */
export function useRecovery({ place, opened, content }: UseRecovery): Recovery {
  const [editor] = useState(nextEditor);
  useEffect(() => onScreen(editor), [editor]);
  const [recovery] = useState((): Recovery => {
    const journal = createEditJournal(browserJournal, place, editor);
    const start: AutosaveStart = {
      definition: content,
      base: content,
      revision: opened.draft?.revision ?? null,
      basedOn: opened.draft?.basedOn ?? opened.versions[0]?.version ?? null,
      savedAt: opened.draft?.savedAt ?? null,
    };
    const [newest, ...others] = opened.left.filter((entry) => !isSame(entry.definition, content));
    const known = opened.left.filter((entry) => isSame(entry.definition, content));
    const tidy = async () => {
      for (const { key } of known) await browserJournal.remove(key);
      if (newest === undefined || !(await journal.settled())) return;
      await browserJournal.remove(newest.key);
      for (const entry of others) {
        if (!isSame(entry.definition, newest.definition)) await setAside(place.flow, entry);
        await browserJournal.remove(entry.key);
      }
    };
    if (newest === undefined) return { start, journal, recovered: null, tidy };
    const { base, revision, basedOn } = newest;
    return { start: { ...start, base, revision, basedOn }, journal, recovered: newest, tidy };
  });
  return recovery;
}

async function setAside(flow: string, { definition, basedOn }: LeftEdits): Promise<void> {
  await api().drafts.keep(flow, { definition: { ...definition }, basedOn });
}

function isSame(one: WorkflowDefinition, other: WorkflowDefinition): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
