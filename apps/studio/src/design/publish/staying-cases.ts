import type { DefinitionVersion } from "@flowright/client";

export interface StayingCases {
  readonly count: number;
  /** The versions that they run on, oldest first. */
  readonly versions: readonly number[];
}

/** The running cases that keep their version when another is published. */
export function stayingCases(versions: readonly DefinitionVersion[]): StayingCases {
  const running = versions.filter(({ runningInstances }) => runningInstances > 0);
  return {
    count: running.reduce((sum, { runningInstances }) => sum + runningInstances, 0),
    versions: running.map(({ version }) => version).sort((one, other) => one - other),
  };
}
