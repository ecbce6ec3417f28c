export interface BulkState<Item> {
  readonly total: number;
  readonly done: number;
  /** Items that could not be done, with the error, in the order in which that was known. */
  readonly failed: readonly { readonly item: Item; readonly error: unknown }[];
  readonly paused: boolean;
}

export interface BulkRun {
  pause(): void;
  resume(): void;
}

/**
 * Does the same to many items, a few at a time. A pause lets those under way end and begins no more; an item that
 * fails does not keep the others from their turn.
 */
export function startBulkRun<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  onChange: (state: BulkState<Item>) => void,
  atOnce = 4,
): BulkRun {
  const waiting = [...items];
  let state: BulkState<Item> = { total: items.length, done: 0, failed: [], paused: false };
  let active = 0;
  const change = (next: Partial<BulkState<Item>>) => {
    state = { ...state, ...next };
    onChange(state);
  };
  const begin = () => {
    while (!state.paused && active < atOnce && waiting.length > 0) {
      const item = waiting.shift() as Item;
      active++;
      act(item)
        .then(
          () => change({ done: state.done + 1 }),
          (error: unknown) => change({ failed: [...state.failed, { item, error }] }),
        )
        .finally(() => {
          active--;
          begin();
        });
    }
  };
  begin();
  return {
    pause: () => change({ paused: true }),
    resume: () => {
      change({ paused: false });
      begin();
    },
  };
}

/** Whether every item had its turn. */
export function isOver({ total, done, failed }: BulkState<unknown>): boolean {
  return done + failed.length === total;
}
