import type { Ledger } from "./ledger.ts";
import type { Named } from "./named-row.ts";

/** Checks what a transaction changed of a job that stays. */
export function checkJob(
  before: Named,
  after: Named,
  {
    now,
    ledger,
    isEnding,
  }: { readonly now: number; readonly ledger: Ledger; isEnding(server: string): boolean },
): void {
  const name = `${String(after("instance_id"))} ${String(after("number"))}`;
  const was = before("lease");
  const is = after("lease");
  if (Number(after("attempt")) > Number(after("attempts")))
    ledger.violated("a job has as many attempts as drawn", name);
  if (is !== null && is !== was) {
    if (was !== null && Number(before("lease_until")) > now)
      ledger.violated("nobody takes a job whose lease runs", name);
    if (before("paused") === true) ledger.violated("nobody takes a job of a suspended case", name);
    if (Number(before("next_at")) > now) ledger.violated("nobody takes a job before its pause is over", name);
    if (Number(after("attempt")) !== Number(before("attempt")) + 1)
      ledger.violated("an attempt is counted when it is made", name);
    return;
  }
  const failure = after("last_failure");
  if (is === null && was !== null && failure !== before("last_failure")) {
    const { message } = JSON.parse(String(failure)) as { message?: string };
    if (message?.startsWith("failed ") && message !== `failed ${String(was)} ${name}`)
      ledger.violated(
        "no result of a lost lease is taken",
        `${name}: ${message}, the lease is ${String(was)}`,
      );
  }
  const handedBack = is === null && was !== null && failure === before("last_failure");
  // One that is taken from a dead server has counted a death.
  if (!handedBack || after("deaths") !== before("deaths") || !isEnding(String(before("worker")))) return;
  if (Number(after("attempt")) !== Number(before("attempt")) - 1)
    ledger.violated("a job that a server hands back when it ends has lost no attempt", name);
}
