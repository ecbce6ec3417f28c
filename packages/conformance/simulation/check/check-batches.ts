import type { EngineEvent } from "@flowright/engine";
import type { Database } from "../store/database.ts";
import type { Ledger } from "./ledger.ts";

/** Batches tell the truth: each case of theirs is counted once, and what they say of it is what happened to it. */
export function checkBatches(
  database: Database,
  eventsOf: (instance: string) => readonly EngineEvent[],
  ledger: Ledger,
): void {
  const items = database.rows("batch_item");
  const parents = new Map(database.rows("instance").map(({ id, parent_id }) => [id, parent_id]));
  for (const { id, status, total, done, failed, operation } of database.rows("batch")) {
    const own = items.filter(({ batch_id }) => batch_id === id);
    const count = (wanted: string) => own.filter((item) => item.status === wanted).length;
    if (status !== "finished" || own.length !== total || count("done") !== done || count("failed") !== failed)
      ledger.violated(
        "a batch counts each of its cases once",
        `${String(id)}: ${done} and ${failed} of ${total}`,
      );
    const { kind, reason } = JSON.parse(String(operation)) as { kind: string; reason?: string };
    if (kind !== "cancel") continue;
    for (const { instance_id, status: said } of own) {
      const cancelled = eventsOf(String(instance_id)).some(
        (event) => event.kind === "instance.ended" && event.reason === reason,
      );
      // A case that is called ends with the one that called it, and may bear its reason.
      const wrong = said === "done" ? !cancelled : cancelled && parents.get(instance_id) === null;
      if (wrong)
        ledger.violated("what a batch says of a case is true", `${String(instance_id)}: ${String(said)}`);
    }
  }
}
