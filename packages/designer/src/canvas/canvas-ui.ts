import type { BilingualText } from "@flowright/definition";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Route } from "../diagram/route/route.ts";
import type { Command } from "../model/command/command.ts";
import type { ElementType } from "../model/element/element-type.ts";
import type { DropTarget } from "../model/rule/can-drop.ts";
import type { Gap } from "../model/structure/edit/insert-at.ts";
import type { DropInColumn } from "../vertical/carry/drop-in-column.ts";
import { preferences } from "./coach/preferences.ts";
import type { ShortcutAction } from "./keys/shortcuts.ts";
import type { Lane } from "./lane/lanes-of.ts";

/** What an open menu of steps will do with the chosen one. */
export type MenuPurpose =
  | { readonly type: "append"; readonly source: string; readonly centre?: { x: number; y: number } }
  | { readonly type: "insert"; readonly edge: string }
  | { readonly type: "replace"; readonly node: string }
  | { readonly type: "add" }
  /** Into a column of steps. */
  | { readonly type: "gap"; readonly gap: Gap }
  /** As the first step of a new branch. */
  | { readonly type: "branch"; readonly source: string }
  /** What may happen while a step is open. */
  | { readonly type: "attach"; readonly step: string }
  /** Into a block without an order of its own. */
  | { readonly type: "into"; readonly container: string };

export interface OpenMenu {
  readonly purpose: MenuPurpose;
  /** In the coordinates of the window. */
  readonly at: { readonly x: number; readonly y: number };
}

/** Something being dragged from the palette. */
export interface PaletteDrag {
  readonly element: ElementType;
  readonly at: { readonly x: number; readonly y: number };
  readonly target: DropTarget | null;
  /** Why it cannot be dropped here. */
  readonly refusal: BilingualText | null;
}

/** A step, or an element from the palette, on its way to another place of a column. */
export interface Carried {
  readonly name: string;
  readonly at: { readonly x: number; readonly y: number };
  /** The place that it would go to, as written on its "+". */
  readonly gap: string | null;
  readonly refusal: BilingualText | null;
}

/** Ghost tokens that show what would happen to a case. */
export interface GhostTrip {
  readonly edges: readonly string[];
  readonly stuckAt: string;
  readonly serial: number;
}

/** A way through the flow that goes wrong, shown by moving tokens that stop where it ends. */
export interface ShownExample {
  /** Lines that are travelled at the same time, one wave after the other. */
  readonly waves: readonly (readonly string[])[];
  /** Where tokens stand in the end. */
  readonly rest: readonly { readonly node: string; readonly count: number }[];
  /** Lines whose tokens have come to a join that waits for others. */
  readonly counted: readonly { readonly edge: string; readonly count: number }[];
  /** The step that the note stands at, and what it says. */
  readonly at: string;
  readonly note: BilingualText;
  readonly serial: number;
}

/** The menu of what can be done with a step, a line, a group or the ground. */
export interface OpenActions {
  readonly sort: "step" | "line" | "group" | "several" | "ground";
  /** In the coordinates of the window. */
  readonly at: { readonly x: number; readonly y: number };
}

/** What a trial shows on the drawing. */
export interface TrialLook {
  /** Steps where something stands. */
  readonly active: ReadonlySet<string>;
  /** Steps and lines that something went through on the way to the moment looked at. */
  readonly done: ReadonlySet<string>;
  /** Lines that no way of the trial has taken yet. */
  readonly untried: ReadonlySet<string>;
  readonly pauses: ReadonlySet<string>;
  /** Lines of the last act that are travelled at the same time, one wave after the other. */
  readonly waves: readonly (readonly string[])[];
  /** Milliseconds for one wave. */
  readonly pace: number;
  readonly serial: number;
}

export interface AskedScenario {
  readonly id: string;
  /** Number of the step, 0 the start, null the end. */
  readonly step: number | null;
  readonly text: BilingualText | null;
}

/** A thread of comments that is open, or one that is about to be begun at a place. */
export type OpenThread =
  | { readonly thread: string }
  | {
      readonly begin: {
        readonly on: string | null;
        readonly called: string;
        readonly x: number;
        readonly y: number;
      };
    };

/** What the canvas shows for a moment; nothing of it is in the document. */
export interface CanvasUi {
  readonly menu: OpenMenu | null;
  readonly drag: PaletteDrag | null;
  /** An edit that is about to be made: the canvas shows what it would draw. */
  readonly preview: Command | null;
  /** Step from which a line is drawn by keyboard, and the target looked at. */
  readonly linking: { readonly source: string; readonly target: string | null } | null;
  readonly shortcutsOpen: boolean;
  readonly paletteOpen: boolean;
  readonly problemsOpen: boolean;
  readonly playing: boolean;
  /** The free canvas, or the same flow as a column of steps. */
  readonly view: View;
  readonly carried: Carried | null;
  /** How the column that is shown takes something from the palette; null while none is. */
  readonly column: DropInColumn | null;
  /** Branches that are shown as one line in the column, by their first line. */
  readonly foldedBranches: ReadonlySet<string>;
  readonly minimap: boolean;
  /** Dragging on free ground selects, or moves the ground. */
  readonly mode: "select" | "hand";
  /** The sub-process that is shown as its own ground. */
  readonly ground: string | null;
  /** The colours of who does what, and the one whose steps stand out. */
  readonly lanes: { readonly open: boolean; readonly only: Lane | null };
  readonly actions: OpenActions | null;
  readonly findOpen: boolean;
  /** What was found: steps, lines and notes, and the one that is looked at. */
  readonly found: { readonly ids: readonly string[]; readonly at: string | null };
  readonly commandsOpen: boolean;
  /** A click puts a comment where it lands. */
  readonly commenting: boolean;
  /** A drag makes room or closes a gap. */
  readonly spacing: boolean;
  /** The list of comments, and the thread that is read or begun. */
  readonly threads: { readonly listOpen: boolean; readonly open: OpenThread | null };
  /** Carries out an action of the table as its key would; null while no canvas is shown. */
  readonly act: ((action: ShortcutAction) => void) | null;
  readonly ghost: GhostTrip | null;
  readonly example: ShownExample | null;
  readonly trial: TrialLook | null;
  /** The ways of lines while something is dragged; null while nothing is. */
  readonly liveRoutes: ReadonlyMap<string, Route> | null;
  /** Steps at which a trial that runs by itself pauses. */
  readonly pauses: ReadonlySet<string>;
  /** A scenario of the flow that is to be opened in play, up to the step after which something differs. */
  readonly askedScenario: AskedScenario | null;
  set(patch: Partial<Omit<CanvasUi, "set">>): void;
}

export type View = "canvas" | "vertical";

export type CanvasUiStore = StoreApi<CanvasUi>;

/** What each person likes to see (the map, who does what) is as it was left, whatever the flow. */
export function createCanvasUi(): CanvasUiStore {
  const liked = preferences.getState();
  const store = createStore<CanvasUi>()((set) => ({
    menu: null,
    drag: null,
    preview: null,
    linking: null,
    shortcutsOpen: false,
    paletteOpen: false,
    problemsOpen: false,
    playing: false,
    view: "canvas",
    carried: null,
    column: null,
    foldedBranches: new Set(),
    minimap: liked.minimap,
    mode: isCoarse() ? "hand" : "select",
    ground: null,
    lanes: { open: liked.lanes, only: null },
    actions: null,
    findOpen: false,
    found: { ids: [], at: null },
    commandsOpen: false,
    commenting: false,
    spacing: false,
    threads: { listOpen: false, open: null },
    act: null,
    ghost: null,
    example: null,
    trial: null,
    liveRoutes: null,
    pauses: new Set(),
    askedScenario: null,
    set,
  }));
  store.subscribe((now, before) => {
    if (now.minimap !== before.minimap || now.lanes.open !== before.lanes.open) {
      preferences.setState({ minimap: now.minimap, lanes: now.lanes.open });
    }
  });
  return store;
}

/** Whether it is a finger that points. */
function isCoarse(): boolean {
  return typeof window !== "undefined" && window.matchMedia("(pointer: coarse)").matches;
}

const UiContext = createContext<CanvasUiStore | null>(null);
export const CanvasUiProvider = UiContext.Provider;

export function useCanvasUiStore(): CanvasUiStore {
  const store = useContext(UiContext);
  if (!store) throw new Error("useCanvasUiStore outside of <CanvasUiProvider>");
  return store;
}

export function useCanvasUi<T>(selector: (state: CanvasUi) => T): T {
  return useStore(useCanvasUiStore(), selector);
}
