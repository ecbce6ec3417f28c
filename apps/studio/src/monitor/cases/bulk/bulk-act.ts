import type { InstanceSummary } from "@flowright/client";
import { api } from "../../../session/api.ts";

export type BulkVerb = "retry" | "suspend" | "resume" | "cancel";

/** A case had nothing to retry. */
export class NoIncident extends Error {}

/** Does one of the things that are done to many cases, to one of them; the key makes a second sending harmless. */
export async function bulkAct(
  verb: BulkVerb,
  { id }: InstanceSummary,
  reason: string,
  key: string,
): Promise<unknown> {
  const once = { idempotencyKey: `${key}#${id}` };
  switch (verb) {
    case "suspend":
      return await api().instances.suspend(id, once);
    case "resume":
      return await api().instances.resume(id, once);
    case "cancel":
      return await api().instances.cancel(id, reason, once);
    case "retry": {
      const { items } = await api().incidents.list({ instanceId: id, open: true });
      if (items.length === 0) throw new NoIncident();
      for (const incident of items)
        await api().incidents.resolve(incident.id, { idempotencyKey: `${key}#${incident.id}` });
      return items.length;
    }
  }
}
