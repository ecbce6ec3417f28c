/** The live feed is no part of a world: nothing is promised by it that rows do not keep. */
export function createLiveService() {
  return {
    position: () => "0.0",
    changes: async () => null,
    allowed: async () => false,
    onWake: () => () => undefined,
    onSessionEnd: () => () => undefined,
    committed: () => undefined,
    sessionEnded: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
}
