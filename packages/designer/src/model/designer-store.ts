import type { BilingualText, Problem, WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import type { KeptStepTemplate } from "@flowright/templates";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Messages } from "../texts/messages.ts";
import { carriedProblems } from "./carried-problems.ts";
import type { Command, Outcome, Refusal } from "./command/command.ts";
import type {
  DecisionChoice,
  DesignerOptions,
  FlowChoice,
  Language,
  PersonChoice,
  RoleChoice,
  SaveStepTemplateHandler,
  SystemChoice,
  TryCallHandler,
} from "./designer-options.ts";
import { execute, type History, historyOf, joined, redone, replacedBy, undone } from "./history.ts";
import { keptChoices } from "./kept-choices.ts";
import { mergedProblems } from "./merged-problems.ts";
import { NO_TEMPLATES, type StepTemplateEffects } from "./template/step-templates.ts";

/** A sentence for the person: shown as a toast and read aloud. */
export interface Notice {
  readonly tone: "info" | "refusal";
  readonly text: BilingualText;
  readonly serial: number;
}

/** A place in the document that the panel is asked to show and focus. */
export interface FocusRequest {
  /** JSON Pointer as in `Problem.path`, e.g. `/nodes/3/who`. */
  readonly path: string;
  /** Grows with every request, so that the same place can be asked for twice. */
  readonly serial: number;
}

/** Everything the designer's parts share. Read with `useDesigner(selector)`. */
export interface DesignerState {
  readonly definition: WorkflowDefinition;
  /** Ids of the selected nodes and edges. Empty: the panel shows the settings of the flow. */
  readonly selection: readonly string[];
  /** Told of the present document; what was found in an older one is left out where its element is gone. */
  readonly problems: readonly Problem[];
  /** The document that was checked last: the present one, or its answer is still to come. Null before the first. */
  readonly checked: WorkflowDefinition | null;
  readonly readOnly: boolean;
  readonly language: Language;
  readonly people: readonly PersonChoice[];
  readonly roles: readonly RoleChoice[];
  readonly systems: readonly SystemChoice[];
  /** Null: the hosting page does not say which there are. */
  readonly flows: readonly FlowChoice[] | null;
  readonly decisions: readonly DecisionChoice[] | null;
  readonly onTryCall: TryCallHandler | null;
  readonly stepTemplates: readonly KeptStepTemplate[];
  readonly onSaveStepTemplate: SaveStepTemplateHandler | null;
  /** What these templates do; empty until the part that knows it is there. */
  readonly templateEffects: StepTemplateEffects;
  readonly messages: Messages | null;
  /** What "undo" would take back, or null. */
  readonly undoLabel: BilingualText | null;
  readonly redoLabel: BilingualText | null;
  readonly panelOpen: boolean;
  readonly focusRequest: FocusRequest | null;
  readonly notice: Notice | null;

  /** Carries out a command as one step. A refusal is shown as a notice and returned. Does nothing if read-only. */
  run(command: Command): Outcome;
  /** All commands run inside `body` become one step. */
  transaction(label: BilingualText, body: () => void): void;
  undo(): void;
  redo(): void;
  select(ids: readonly string[]): void;
  openPanel(open: boolean): void;
  /** Selects a node or edge (null: the flow), opens the panel and asks it to focus the field at `path`. */
  focusField(id: string | null, path: string): void;
  notify(tone: Notice["tone"], text: BilingualText): void;
  /** What checking a definition by schema and rules has found; taken while that definition is still the document. */
  showCheck(definition: WorkflowDefinition, problems: readonly Problem[]): void;
  /** What playing through a definition has found; taken while that definition is still the document. */
  showProof(definition: WorkflowDefinition, findings: readonly ProofFinding[]): void;
  /** A definition from outside: becomes the document and forgets the history, or is one step of it under `label`. */
  replaceDefinition(definition: WorkflowDefinition, label?: BilingualText | null): void;
  setTemplateEffects(effects: StepTemplateEffects): void;
  /** New options from the hosting page; the definition is left alone. */
  configure(options: Omit<DesignerOptions, "definition">): void;
}

export type DesignerStore = StoreApi<DesignerState>;

const READ_ONLY: Refusal = {
  code: "designer.read-only",
  message: { en: "This version can only be looked at.", "zh-CN": "此版本仅供查看，不能修改。" },
};

/** The state of one designer: document, history, selection, problems. Knows nothing of React. */
export function createDesignerStore(options: DesignerOptions): DesignerStore {
  let history = historyOf(options.definition);
  let extra = options.extraProblems ?? [];
  // Findings with the document in which they were found.
  let check: { readonly of: WorkflowDefinition; readonly problems: readonly Problem[] } | null = null;
  let proof: { readonly of: WorkflowDefinition; readonly findings: readonly ProofFinding[] } | null = null;
  let serial = 0;

  return createStore<DesignerState>()((set, get) => {
    const problemsNow = () => {
      const now = history.definition;
      const problems = check ? carriedProblems(check.problems, check.of, now) : [];
      const findings = proof ? carriedProblems(proof.findings, proof.of, now) : [];
      const outdated = get().templateEffects.outdated(now);
      return [...mergedProblems(now, problems, findings), ...extra, ...outdated];
    };
    const withProblems = (told: readonly Problem[]) => {
      const { problems } = get();
      const same = told.length === problems.length && told.every((each, at) => each === problems[at]);
      return same ? {} : { problems: told };
    };
    const show = (next: History) => {
      const changed = next.definition !== history.definition;
      history = next;
      set({
        definition: next.definition,
        selection: next.selection,
        undoLabel: next.past.at(-1)?.label ?? null,
        redoLabel: next.future[0]?.label ?? null,
        ...(changed ? withProblems(problemsNow()) : {}),
      });
    };
    const notify = (tone: Notice["tone"], text: BilingualText) =>
      set({ notice: { tone, text, serial: ++serial } });

    return {
      definition: options.definition,
      selection: [],
      problems: [...extra],
      checked: null,
      undoLabel: null,
      redoLabel: null,
      panelOpen: false,
      focusRequest: null,
      notice: null,
      templateEffects: NO_TEMPLATES,
      ...settingsOf(options),

      run(command) {
        if (get().readOnly) {
          notify("refusal", READ_ONLY.message);
          return { ok: false, refusal: READ_ONLY };
        }
        const { follow, refuses } = get().templateEffects;
        const followed: Command = {
          ...command,
          execute(before) {
            const outcome = command.execute(before);
            if (!outcome.ok) return outcome;
            const refusal = refuses(before, outcome.definition);
            if (refusal) return { ok: false, refusal };
            return { ...outcome, definition: follow(before, outcome.definition) };
          },
        };
        const { history: next, outcome } = execute(history, followed, Date.now());
        if (outcome.ok) show(next);
        else notify("refusal", outcome.refusal.message);
        return outcome;
      },
      transaction(label, body) {
        const mark = history.past.length;
        body();
        if (history.past.length > mark + 1) show(joined(history, mark, label));
      },
      undo() {
        if (!get().readOnly) show(undone(history));
      },
      redo() {
        if (!get().readOnly) show(redone(history));
      },
      select(ids) {
        history = { ...history, selection: ids };
        set({ selection: ids });
      },
      openPanel(open) {
        set({ panelOpen: open });
      },
      focusField(id, path) {
        const selection = id === null ? [] : [id];
        history = { ...history, selection };
        set({ selection, panelOpen: true, focusRequest: { path, serial: ++serial } });
      },
      notify,
      showCheck(definition, problems) {
        if (definition !== history.definition) return;
        check = { of: definition, problems };
        set({ problems: problemsNow(), checked: definition });
      },
      showProof(definition, findings) {
        if (definition !== history.definition) return;
        proof = { of: definition, findings };
        set({ problems: problemsNow() });
      },
      replaceDefinition(definition, label = null) {
        if (definition === history.definition) return;
        show(label === null ? historyOf(definition) : replacedBy(history, definition, label, Date.now()));
      },
      setTemplateEffects(templateEffects) {
        set({ templateEffects });
        set(withProblems(problemsNow()));
      },
      configure(next) {
        extra = next.extraProblems ?? [];
        set({ ...keptChoices(get(), settingsOf(next)), ...withProblems(problemsNow()) });
      },
    };
  });
}

/** One and the same each time, so that nothing is drawn anew for it. */
const NONE: readonly KeptStepTemplate[] = [];

function settingsOf(options: Omit<DesignerOptions, "definition">) {
  return {
    readOnly: options.readOnly ?? false,
    language: options.language ?? "en",
    people: options.people ?? [],
    roles: options.roles ?? [],
    systems: options.systems ?? [],
    flows: options.flows ?? null,
    decisions: options.decisions ?? null,
    onTryCall: options.onTryCall ?? null,
    stepTemplates: options.stepTemplates ?? NONE,
    onSaveStepTemplate: options.onSaveStepTemplate ?? null,
    messages: options.messages ?? null,
  };
}
