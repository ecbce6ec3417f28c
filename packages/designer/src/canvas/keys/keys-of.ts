import type { Shortcut } from "./shortcuts.ts";

const NAMES: Readonly<Record<string, string>> = {
  ArrowRight: "→",
  ArrowLeft: "←",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
  ContextMenu: "☰",
};

/** The keys of an action as they are written on the keyboard in front of the reader. */
export function keysOf(shortcut: Shortcut): string {
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const arrows = shortcut.keys.length === 4;
  const keys = arrows
    ? "←→↑↓"
    : shortcut.keys
        .filter((key) => !["!", ")", "=", "@", '"'].includes(key))
        .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
        .join(" / ");
  return [
    shortcut.mod ? (mac ? "⌘" : "Ctrl") : "",
    shortcut.alt ? (mac ? "⌥" : "Alt") : "",
    shortcut.shift ? (mac ? "⇧" : "Shift") : "",
    keys,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
