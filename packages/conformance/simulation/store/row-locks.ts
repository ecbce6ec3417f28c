import { LockWait } from "./sql-error.ts";
import type { Holder, Slot } from "./table.ts";
import type { Transaction } from "./transaction.ts";

/** The transaction whose lock is in the way of one of this strength, or null. */
export function blockerOf(slot: Slot, own: Holder, strength: number): Holder | null {
  for (const lock of slot.locks) if (lock.by !== own && lock.strength + strength >= 3) return lock.by;
  return null;
}

/** Locks a row until the end of the transaction. Throws `LockWait` where another one's lock is in the way. */
export function lockRow(slot: Slot, own: Transaction, strength: number): void {
  const blocker = blockerOf(slot, own, strength);
  if (blocker !== null) throw new LockWait(blocker);
  const held = slot.locks.find(({ by }) => by === own);
  if (held) held.strength = Math.max(held.strength, strength);
  else slot.locks.push({ by: own, strength });
  own.locked.add(slot);
}
