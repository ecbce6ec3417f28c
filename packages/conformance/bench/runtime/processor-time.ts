import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of one tick of `/proc/PID/stat`; Linux counts 100 a second wherever it counts for programs. */
const TICK = 10;

interface Spent {
  readonly parent: number;
  /** Milliseconds of the process itself. */
  readonly own: number;
  /** Milliseconds of its children that have ended. */
  readonly ended: number;
}

/**
 * Milliseconds of processor time that a process and all that it started have spent so far, in user and system mode;
 * null where the system does not tell (anything but Linux).
 */
export function processorTime(pid: number): number | null {
  const all = everyProcess();
  const root = all.get(pid);
  if (root === undefined) return null;
  const children = new Map<number, number[]>();
  for (const [id, { parent }] of all) children.set(parent, [...(children.get(parent) ?? []), id]);
  let sum = 0;
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const spent = all.get(next);
    if (spent) sum += spent.own + spent.ended;
    open.push(...(children.get(next) ?? []));
  }
  return sum;
}

/** Milliseconds of the programs that this process ran and that have ended; null where the system does not tell. */
export function endedChildrenTime(): number | null {
  return spentBy("self")?.ended ?? null;
}

function everyProcess(): Map<number, Spent> {
  const found = new Map<number, Spent>();
  let names: string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return found;
  }
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    const spent = spentBy(name);
    if (spent) found.set(Number(name), spent);
  }
  return found;
}

/** The fields of proc(5) that follow the program's name, which stands in brackets and may hold anything. */
function spentBy(process: string): Spent | null {
  try {
    const text = readFileSync(`/proc/${process}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = (field: number) => Number(fields[field]) * TICK;
    return { parent: Number(fields[1]), own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
  } catch {
    return null;
  }
}
