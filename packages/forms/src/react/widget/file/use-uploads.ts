import { useRef, useState } from "react";
import { useForm } from "../../form-context.ts";

interface Upload {
  readonly serial: number;
  readonly file: File;
  /** Null: how far it is cannot be told. */
  readonly fraction: number | null;
  readonly failed: boolean;
}

interface Uploads {
  readonly pending: readonly Upload[];
  readonly start: (file: File) => void;
  readonly retry: (serial: number) => void;
  readonly drop: (serial: number) => void;
}

/** Uploads that are under way or failed; `onDone` gets the id of each that arrived. */
export function useUploads(onDone: (id: string) => void): Uploads {
  const { upload, rememberFile } = useForm();
  const [pending, setPending] = useState<readonly Upload[]>([]);
  const serial = useRef(0);
  const done = useRef(onDone);
  done.current = onDone;
  const dropped = useRef(new Set<number>());

  const patch = (which: number, change: Partial<Upload>) =>
    setPending((old) => old.map((each) => (each.serial === which ? { ...each, ...change } : each)));
  const remove = (which: number) => setPending((old) => old.filter((each) => each.serial !== which));
  const run = async (which: number, file: File) => {
    if (!upload) return patch(which, { failed: true });
    try {
      const stored = await upload(file, (fraction) => patch(which, { fraction }));
      if (dropped.current.has(which)) return;
      rememberFile(stored);
      remove(which);
      done.current(stored.id);
    } catch {
      patch(which, { failed: true, fraction: null });
    }
  };
  return {
    pending,
    start(file) {
      const which = ++serial.current;
      setPending((old) => [...old, { serial: which, file, fraction: null, failed: false }]);
      void run(which, file);
    },
    retry(which) {
      const again = pending.find((each) => each.serial === which);
      if (!again) return;
      patch(which, { failed: false, fraction: null });
      void run(which, again.file);
    },
    drop(which) {
      dropped.current.add(which);
      remove(which);
    },
  };
}
