import { ApiError, type JsonObject, type TaskDraft } from "@flowright/client";
import { useCallback, useEffect, useRef, useState } from "react";
import { noteAnswered, useConnection } from "../../../live/live-connection.ts";
import { api } from "../../../session/api.ts";
import { chosenDraft, readLocalDraft, removeLocalDraft, writeLocalDraft } from "./local-draft.ts";

const PAUSE = 800;

/** `kept`: on this device, because the server cannot be reached. */
export type DraftState = "untouched" | "saving" | "saved" | "kept";

/** The half-filled form of a task: on this device at once, on the server when the typing pauses. */
export function useTaskDraft(user: string, task: string, server: TaskDraft | null, mayWrite: boolean) {
  const [start] = useState(() => chosenDraft(server, readLocalDraft(localStorage, user, task)));
  const [data, setData] = useState<JsonObject>(start.data);
  const [checked, setChecked] = useState<readonly string[]>(start.checked);
  const [state, setState] = useState<DraftState>("untouched");
  const basedOn = useRef(server?.savedAt ?? null);
  const pending = useRef<JsonObject | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const finished = useRef(false);
  const underWay = useRef<Promise<void>>(Promise.resolve());

  const sendNow = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = pending.current;
    if (sent === null || finished.current) return;
    pending.current = null;
    try {
      const { savedAt } = await api().tasks.saveDraft(task, sent);
      noteAnswered(true);
      basedOn.current = savedAt;
      if (pending.current === null) setState("saved");
    } catch (error) {
      if (error instanceof ApiError && error.status === 0) noteAnswered(false);
      pending.current ??= sent;
      setState("kept");
    }
  }, [task]);
  const send = useCallback(() => {
    underWay.current = sendNow();
    return underWay.current;
  }, [sendNow]);

  const keep = useCallback(
    (next: JsonObject, ticks: readonly string[]) => {
      const savedAt = new Date().toISOString();
      writeLocalDraft(localStorage, user, task, {
        data: next,
        checked: ticks,
        basedOn: basedOn.current,
        savedAt,
      });
    },
    [user, task],
  );

  const change = useCallback(
    (next: JsonObject) => {
      setData(next);
      if (!mayWrite) return;
      keep(next, checked);
      setState("saving");
      pending.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE);
    },
    [mayWrite, keep, checked, send],
  );
  const tick = useCallback(
    (next: readonly string[]) => {
      setChecked(next);
      if (mayWrite) keep(data, next);
    },
    [mayWrite, keep, data],
  );

  useEffect(() => {
    const leaving = () => void send();
    globalThis.addEventListener("pagehide", leaving);
    globalThis.addEventListener("online", leaving);
    const unsubscribe = useConnection.subscribe((now, before) => {
      if (now.state === "open" && before.state !== "open") leaving();
    });
    return () => {
      unsubscribe();
      globalThis.removeEventListener("pagehide", leaving);
      globalThis.removeEventListener("online", leaving);
      leaving();
    };
  }, [send]);

  /** Before the task is finished with what the form holds: no draft is to come after that. */
  const rest = useCallback(async () => {
    clearTimeout(timer.current);
    await underWay.current;
  }, []);
  /** Finishing did not work, so the draft matters again. */
  const wake = useCallback(() => {
    if (pending.current !== null) timer.current = setTimeout(() => void send(), PAUSE);
  }, [send]);

  /** The task is done: nothing of the draft stays behind. */
  const finish = useCallback(() => {
    finished.current = true;
    clearTimeout(timer.current);
    removeLocalDraft(localStorage, user, task);
  }, [user, task]);

  return { data, change, checked, tick, state, finish, rest, wake };
}
