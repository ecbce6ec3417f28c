import type { Incident, Instance } from "@flowright/client";

/** How another try went: still under way, done, or failed again (with the new incident). */
type RetryOutcome =
  | { readonly kind: "trying" }
  | { readonly kind: "solved" }
  | { readonly kind: "again"; readonly incident: Incident };

/** Reads the outcome of a retry from the case as it stands now. */
export function retryOutcome(incident: Incident, instance: Instance | undefined): RetryOutcome {
  if (instance === undefined) return { kind: "trying" };
  const own = instance.incidents.find(({ id }) => id === incident.id);
  if (own !== undefined && own.resolvedAt === null) return { kind: "trying" };
  const next = instance.incidents.find(
    ({ id, node, resolvedAt }) => id !== incident.id && node === incident.node && resolvedAt === null,
  );
  if (next !== undefined) return { kind: "again", incident: next };
  const waits = instance.waiting.some(({ node, kind }) => node === incident.node && kind === "job");
  return waits ? { kind: "trying" } : { kind: "solved" };
}
