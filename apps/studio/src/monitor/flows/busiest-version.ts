import type { DefinitionVersion } from "@flowright/client";

/** The version with most running cases, the newer of two alike; the latest where no case runs. */
export function busiestVersion(versions: readonly DefinitionVersion[], latest: number): number {
  let most = { version: latest, runningInstances: 0 };
  for (const one of versions) {
    const { version, runningInstances } = one;
    const more = runningInstances - most.runningInstances;
    if (more > 0 || (more === 0 && runningInstances > 0 && version > most.version)) most = one;
  }
  return most.version;
}
