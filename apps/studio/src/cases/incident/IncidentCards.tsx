import type { Incident, Instance } from "@flowright/client";
import { type ReactNode, useState } from "react";
import { IncidentCard } from "./IncidentCard.tsx";

interface IncidentCardsProps {
  readonly incidents: readonly Incident[];
  readonly about?: (incident: Incident) => ReactNode;
  /** The case, where its steps may be skipped from here. */
  readonly skipIn?: Instance;
}

/**
 * Open incidents, each with another try. One that was tried again here stays, so that one sees how it went; where it
 * fails again the new incident takes its place.
 */
export function IncidentCards({ incidents, about, skipIn }: IncidentCardsProps) {
  const [tried, setTried] = useState<readonly Incident[]>([]);
  const [followed, setFollowed] = useState<readonly string[]>([]);
  const open = incidents.filter(
    ({ id, resolvedAt }) =>
      resolvedAt === null && !followed.includes(id) && !tried.some((before) => before.id === id),
  );
  const shown = [...tried, ...open].toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt));
  if (shown.length === 0) return null;
  return (
    <div className="incidents">
      {shown.map((incident) => (
        <IncidentCard
          key={incident.id}
          incident={incident}
          about={about?.(incident)}
          {...(skipIn === undefined ? {} : { skipIn })}
          onTry={() =>
            setTried((before) =>
              before.some(({ id }) => id === incident.id) ? before : [...before, incident],
            )
          }
          onNext={(id) => setFollowed((before) => [...before, id])}
        />
      ))}
    </div>
  );
}
