/** Keys of one read at most. */
const MOST = 200;

/**
 * Reads by key, many per statement: while one read is under way, keys gather for the next, as commands do for turns. A
 * read begins after it was asked for, so nobody is told what was true before. Idle, it begins with the next turn of the
 * loop: requests that arrived together, as they do after a batch was answered, share the first read. Where a read
 * fails, all who asked in it hear of that. `load` gives the rows that there are, by their keys.
 */
export function gatherReads<Row>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): (key: string) => Promise<Row | null> {
  const asked = new Map<string, Promise<Row | null>>();
  let answers = new Map<string, { resolve(row: Row | null): void; reject(error: unknown): void }>();
  let running = false;

  async function run(): Promise<void> {
    while (answers.size > 0) {
      const taken = [...answers].slice(0, MOST);
      answers = new Map([...answers].slice(MOST));
      for (const [key] of taken) asked.delete(key);
      try {
        const rows = await load(taken.map(([key]) => key));
        for (const [key, answer] of taken) answer.resolve(rows.get(key) ?? null);
      } catch (error) {
        for (const [, answer] of taken) answer.reject(error);
      }
    }
    running = false;
  }

  return (key) => {
    const same = asked.get(key);
    if (same) return same;
    const promise = new Promise<Row | null>((resolve, reject) => {
      answers.set(key, { resolve, reject });
    });
    asked.set(key, promise);
    if (!running) {
      running = true;
      setImmediate(() => void run());
    }
    return promise;
  };
}
