import { useEffect, useRef } from "react";
import { create } from "zustand";
import { nextOf, previousOf } from "./neighbours.ts";

/** What A, R and C do for the task on screen; the task says so while it is shown. */
export interface VerbKeys {
  approve?: (() => void) | undefined;
  reject?: (() => void) | undefined;
  complete?: (() => void) | undefined;
}

const useVerbKeyStore = create<{ keys: VerbKeys }>(() => ({ keys: {} }));

export function useVerbKeys(keys: VerbKeys): void {
  useEffect(() => {
    useVerbKeyStore.setState({ keys });
    return () => useVerbKeyStore.setState({ keys: {} });
  }, [keys]);
}

interface WorkKeys {
  readonly order: readonly string[];
  readonly openTask: string | undefined;
  open(id: string | undefined): void;
  showSheet(): void;
}

/** Single keys of the inbox; they rest while something is typed or a dialog is open. */
export function useWorkKeys(keys: WorkKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const run = actionOf(event, latest.current);
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

function actionOf(
  event: KeyboardEvent,
  { order, openTask, open, showSheet }: WorkKeys,
): (() => void) | undefined {
  const verbs = useVerbKeyStore.getState().keys;
  switch (event.key) {
    case "j":
    case "J":
      return () => open(nextOf(order, openTask) ?? openTask);
    case "k":
    case "K":
      return () => open(previousOf(order, openTask) ?? openTask);
    case "Enter":
      return openTask === undefined && event.target === document.body ? () => open(order[0]) : undefined;
    case "Escape":
      return openTask === undefined ? undefined : () => open(undefined);
    case "a":
    case "A":
      return verbs.approve;
    case "r":
    case "R":
      return verbs.reject;
    case "c":
    case "C":
      return verbs.complete;
    case "?":
    case "？":
      return showSheet;
    default:
      return undefined;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"],[role="menu"],[role="listbox"]') !== null) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
