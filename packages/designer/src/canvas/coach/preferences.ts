import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What a person has chosen for every flow, kept in this browser. */
export interface Preferences {
  /** Keys of one character work; without, only keys with Ctrl, Alt or ⌘ and the special ones do. */
  readonly letterKeys: boolean;
  /** The exact terms of the notation stand beside the plain words. */
  readonly expert: boolean;
  /** The first tips were read or sent away. */
  readonly tipsDone: boolean;
  /** The small map in the corner is shown. */
  readonly minimap: boolean;
  /** The colours of who does what are shown. */
  readonly lanes: boolean;
  /** Of the details beside the canvas (pixels). */
  readonly panelWidth: number;
  /** What was added last, the latest first. */
  readonly recentElements: readonly string[];
  readonly recentCommands: readonly string[];
}

const KEY = "flowright.designer.preferences";
const MOST_RECENT = 5;
export const LEAST_PANEL_WIDTH = 280;
export const MOST_PANEL_WIDTH = 760;
const PLAIN: Preferences = {
  letterKeys: true,
  expert: false,
  tipsDone: false,
  minimap: true,
  lanes: false,
  panelWidth: 360,
  recentElements: [],
  recentCommands: [],
};

/** One for all designers of a page: they belong to the same person. */
export const preferences = createStore<Preferences>()(() => stored());

preferences.subscribe((now) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // A page may be forbidden to keep anything; then the choice lasts as long as the page.
  }
});

export function usePreference<Key extends keyof Preferences>(key: Key): Preferences[Key] {
  return useStore(preferences, (state) => state[key]);
}

/** Puts something at the front of a list of recent things. */
export function remember(list: "recentElements" | "recentCommands", id: string): void {
  const others = preferences.getState()[list].filter((each) => each !== id);
  preferences.setState({ [list]: [id, ...others].slice(0, MOST_RECENT) });
}

function stored(): Preferences {
  try {
    return readPreferences(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return PLAIN;
  }
}

/** What was kept, as far as it can be understood. */
export function readPreferences(kept: unknown): Preferences {
  if (typeof kept !== "object" || kept === null) return PLAIN;
  const from = kept as Readonly<Record<string, unknown>>;
  const flag = (key: "letterKeys" | "expert" | "tipsDone" | "minimap" | "lanes") =>
    typeof from[key] === "boolean" ? from[key] : PLAIN[key];
  const ids = (key: "recentElements" | "recentCommands") => {
    const list = from[key];
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === "string") : [];
  };
  const width = typeof from["panelWidth"] === "number" ? from["panelWidth"] : PLAIN.panelWidth;
  return {
    letterKeys: flag("letterKeys"),
    expert: flag("expert"),
    tipsDone: flag("tipsDone"),
    minimap: flag("minimap"),
    lanes: flag("lanes"),
    panelWidth: Math.min(MOST_PANEL_WIDTH, Math.max(LEAST_PANEL_WIDTH, width)),
    recentElements: ids("recentElements"),
    recentCommands: ids("recentCommands"),
  };
}
