import { ApiError, type Draft, type KeepDraft, type SaveDraft } from "@flowright/client";
import { canonicalJson, type WorkflowDefinition } from "@flowright/definition";
import type { EditJournal } from "./edit-journal.ts";
import type { SaveState } from "./save-state.ts";

export interface AutosaveStart {
  readonly definition: WorkflowDefinition;
  /** What is edited: as the server has it under the revision. */
  readonly base: WorkflowDefinition;
  /** Revision of the draft; null where there is none yet. */
  readonly revision: string | null;
  readonly basedOn: number | null;
  readonly savedAt: string | null;
}

export interface AutosaveOptions {
  readonly start: AutosaveStart;
  readonly journal: EditJournal;
  send(body: SaveDraft, revision: string | null): Promise<Draft>;
  /** The draft as the server has it; null where there is none. */
  read(): Promise<Draft | null>;
  /** Keeps a state beside the draft, so that it can be restored. */
  setAside(body: KeepDraft): Promise<unknown>;
  onState(state: SaveState): void;
  /** Somebody else's draft was taken over because nothing here was unsaved. */
  onTheirs(draft: Draft): void;
  now(): string;
  /** Runs something later; gives the function that prevents it. */
  later(run: () => void, milliseconds: number): () => void;
}

export interface Autosave {
  change(definition: WorkflowDefinition): void;
  /** Saves what is unsaved at once. True where the server has everything. */
  flush(): Promise<boolean>;
  /** The live feed says that a revision was saved; null: it may have been. */
  heard(revision: string | null): Promise<void>;
  /**
   * Ends a conflict with the other side's draft, null where it was deleted; mine is set aside first. Throws where that
   * cannot be done, and then nothing has changed.
   */
  takeTheirs(): Promise<Draft | null>;
  /** Ends a conflict by saving over it; theirs stays restorable. */
  keepMine(): Promise<boolean>;
  /**
   * Ends a conflict with both put together; where something of mine is not in it, mine is set aside first. `put` is given
   * mine as it is at last, and shows what it gives back.
   */
  merge(put: (mine: WorkflowDefinition) => WorkflowDefinition, complete: boolean): Promise<boolean>;
  /** The next save keeps what it replaces. */
  keepReplaced(): void;
  /** Forgets the unsaved edits, e.g. because they went into a copy. */
  forget(): void;
  /** The draft now starts from this version. */
  published(version: number): Promise<boolean>;
  isUnsaved(): boolean;
  /** The version that the draft starts from. */
  basedOn(): number | null;
}

type Outcome = "went-on" | "stuck";

const PAUSE = 1_000;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

/**
 * Saves a draft when the editing pauses, under the optimistic lock: nobody's edits are overwritten unseen. What the
 * server does not have yet is in the journal.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { journal, start } = options;
  let { definition, base, revision, basedOn } = start;
  let dirty = false;
  let kept = true;
  let conflict: { theirs: Draft | null } | null = null;
  let running: Promise<Outcome> | null = null;
  let cancel: (() => void) | null = null;
  let failures = 0;
  /** Sent without an answer: it may have arrived. */
  let unanswered: WorkflowDefinition | null = null;
  let keepReplaced = false;
  let told: SaveState | null = null;

  const tell = (state: SaveState) => {
    told = state;
    options.onState(state);
  };
  const keep = async () => {
    const now = await journal.keep({ definition, base, revision, basedOn, at: options.now() });
    if (now === kept) return;
    kept = now;
    if (told?.kind === "offline" || told?.kind === "refused") tell({ ...told, kept });
  };
  const stopWaiting = () => {
    cancel?.();
    cancel = null;
  };
  const wait = (milliseconds: number) => {
    stopWaiting();
    cancel = options.later(() => {
      cancel = null;
      void tick();
    }, milliseconds);
  };
  const accept = (draft: Draft): Outcome => {
    revision = draft.revision;
    base = draft.definition as WorkflowDefinition;
    basedOn = draft.basedOn ?? basedOn;
    conflict = null;
    keepReplaced = false;
    failures = 0;
    unanswered = null;
    if (dirty) {
      void keep();
      tell({ kind: "unsaved" });
    } else {
      void journal.clear();
      tell({ kind: "saved", at: draft.savedAt });
    }
    return "went-on";
  };
  const meet = (theirs: Draft | null): Outcome => {
    if (theirs !== null && isSame(theirs.definition, definition)) {
      dirty = false;
      return accept(theirs);
    }
    // My own save may have arrived after all, and only its answer was lost.
    if (theirs !== null && unanswered !== null && isSame(theirs.definition, unanswered))
      return accept(theirs);
    stopWaiting();
    conflict = { theirs };
    tell({ kind: "conflict", theirs, base });
    return "stuck";
  };
  const retryLater = (): Outcome => {
    tell({ kind: "offline", kept });
    void keep();
    wait(Math.min(LAST_RETRY, FIRST_RETRY * 2 ** failures++));
    return "stuck";
  };
  const failed = async (error: unknown, sent: WorkflowDefinition): Promise<Outcome> => {
    dirty = true;
    const status = error instanceof ApiError ? error.status : null;
    if (status === 412) {
      try {
        return meet(await options.read());
      } catch {
        return retryLater();
      }
    }
    if (status === 0 || status === 429 || (status !== null && status >= 500)) {
      unanswered = sent;
      return retryLater();
    }
    tell({ kind: "refused", error, kept });
    return "stuck";
  };
  const saveOnce = async (): Promise<Outcome> => {
    const sent = definition;
    dirty = false;
    tell({ kind: "saving" });
    let draft: Draft;
    try {
      draft = await options.send(
        { definition: { ...sent }, basedOn, ...(keepReplaced ? { keepReplaced } : {}) },
        revision,
      );
    } catch (error) {
      return failed(error, sent);
    }
    return accept(draft);
  };
  const save = () => {
    running ??= saveOnce().finally(() => {
      running = null;
    });
    return running;
  };
  const tick = async () => {
    if (!dirty || conflict !== null) return;
    const outcome = await save();
    if (outcome === "went-on" && dirty && cancel === null) wait(0);
  };
  const flush = async () => {
    stopWaiting();
    if (running !== null) await running;
    while (dirty) {
      if (conflict !== null || (await save()) === "stuck") return false;
    }
    return true;
  };

  /** Mine goes beside the draft; what is edited meanwhile, too. */
  const setAside = async () => {
    let aside: WorkflowDefinition | null = null;
    while (aside !== definition) {
      aside = definition;
      await options.setAside({ definition: { ...aside }, basedOn });
    }
  };
  const saveOver = (next: WorkflowDefinition) => {
    const theirs = conflict?.theirs ?? null;
    definition = next;
    revision = theirs?.revision ?? null;
    if (theirs !== null) base = theirs.definition as WorkflowDefinition;
    conflict = null;
    dirty = true;
    keepReplaced = true;
    void keep();
    return flush();
  };

  return {
    change(next) {
      if (next === definition) return;
      definition = next;
      dirty = true;
      void keep();
      if (conflict !== null) return;
      if (failures === 0) tell({ kind: "unsaved" });
      else tell({ kind: "offline", kept });
      wait(PAUSE);
    },
    flush,
    async heard(heardRevision) {
      if (running !== null) await running;
      if (heardRevision !== null && heardRevision === revision) return;
      let theirs: Draft | null;
      try {
        theirs = await options.read();
      } catch {
        return;
      }
      if (running !== null) await running;
      if (theirs?.revision === revision || (theirs === null && revision === null)) return;
      if (dirty || theirs === null) {
        meet(theirs);
        return;
      }
      const known = isSame(theirs.definition, definition);
      accept(theirs);
      if (!known) options.onTheirs(theirs);
    },
    async takeTheirs() {
      await setAside();
      const theirs = conflict?.theirs ?? null;
      dirty = false;
      if (theirs === null) {
        conflict = null;
        void journal.clear();
        return null;
      }
      definition = theirs.definition as WorkflowDefinition;
      accept(theirs);
      return theirs;
    },
    keepMine() {
      return saveOver(definition);
    },
    async merge(put, complete) {
      if (!complete) await setAside();
      return saveOver(put(definition));
    },
    keepReplaced() {
      keepReplaced = true;
    },
    forget() {
      stopWaiting();
      dirty = false;
      void journal.clear();
    },
    published(version) {
      basedOn = version;
      dirty = true;
      return flush();
    },
    isUnsaved: () => dirty || running !== null,
    basedOn: () => basedOn,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}
