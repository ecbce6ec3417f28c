export const UNITS = ["seconds", "minutes", "hours", "days", "weeks"] as const;

export type DurationUnit = (typeof UNITS)[number];

export interface DurationParts {
  readonly count: number;
  readonly unit: DurationUnit;
}

/** A duration that is a single number with a unit; null for anything else. */
export function durationParts(duration: string): DurationParts | null {
  const match = /^P(?:T(\d{1,6})(S|M|H)|(\d{1,6})(D|W))$/.exec(duration);
  if (!match) return null;
  const count = Number(match[1] ?? match[3]);
  const unit = ({ S: "seconds", M: "minutes", H: "hours", D: "days", W: "weeks" } as const)[
    (match[2] ?? match[4]) as "S" | "M" | "H" | "D" | "W"
  ];
  return { count, unit };
}

export function durationOf({ count, unit }: DurationParts): string {
  switch (unit) {
    case "seconds":
      return `PT${count}S`;
    case "minutes":
      return `PT${count}M`;
    case "hours":
      return `PT${count}H`;
    case "days":
      return `P${count}D`;
    case "weeks":
      return `P${count}W`;
  }
}
