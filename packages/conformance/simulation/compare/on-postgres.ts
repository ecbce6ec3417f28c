import pg from "pg";
import { lineOf, type Seen, sortFrom } from "./on-model.ts";
import { BEGINNING, CONNECTIONS, ENDING, type Step } from "./programs.ts";

interface Connection {
  readonly client: pg.Client;
  readonly pid: number;
  waits: Promise<void> | null;
}

/** Runs programs on a real PostgreSQL, one after the other, over the same connections. */
export class PostgresRunner {
  readonly #connections: Connection[] = [];
  readonly #admin: pg.Client;

  private constructor(admin: pg.Client) {
    this.#admin = admin;
  }

  static async open(connectionString: string): Promise<PostgresRunner> {
    const connect = async () => {
      const client = new pg.Client({
        connectionString,
        // Who closes the circle is the one who gives up, at once.
        options: "-c search_path=flowright -c deadlock_timeout=3ms -c timezone=UTC",
      });
      await client.connect();
      return client;
    };
    const runner = new PostgresRunner(await connect());
    for (let index = 0; index < CONNECTIONS; index++) {
      const client = await connect();
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      runner.#connections.push({ client, pid: rows[0]?.pid ?? 0, waits: null });
    }
    return runner;
  }

  async run(program: readonly Step[]): Promise<Seen> {
    const seen: Seen = [];
    await this.#admin.query(BEGINNING.join(";\n"));
    for (const step of program) {
      const connection = this.#connections[step.on] as Connection;
      if (connection.waits !== null) continue;
      await this.#attempt(connection, step, seen);
    }
    for (let round = 0; round < CONNECTIONS; round++) {
      for (const [on, connection] of this.#connections.entries()) {
        if (connection.waits !== null) continue;
        await this.#attempt(connection, { on, text: "rollback", values: [] }, seen);
      }
    }
    for (const text of ENDING) seen.push(JSON.stringify((await this.#admin.query(text)).rows));
    return seen;
  }

  async value(expression: string): Promise<string> {
    return JSON.stringify((await this.#admin.query(`select ${expression} as value`)).rows);
  }

  async close(): Promise<void> {
    await Promise.all(
      [this.#admin, ...this.#connections.map(({ client }) => client)].map((one) => one.end()),
    );
  }

  async #attempt(connection: Connection, step: Step, seen: Seen): Promise<void> {
    let done = false;
    const work = connection.client.query(step.text, [...step.values]).then(
      ({ rows }) => {
        seen.push(lineOf(step, JSON.stringify(rows)));
      },
      (error: { code?: string }) => {
        seen.push(lineOf(step, `error ${error.code}`));
      },
    );
    connection.waits = work.then(() => {
      done = true;
      connection.waits = null;
    });
    const before = seen.length;
    await this.#settle();
    if (!done) seen.push(lineOf(step, "waits"));
    sortFrom(seen, before);
  }

  /** Until everybody has an answer or waits for a lock. */
  async #settle(): Promise<void> {
    for (;;) {
      const open = this.#connections.filter(({ waits }) => waits !== null);
      if (open.length === 0) return;
      await Promise.race([
        ...open.map(({ waits }) => waits),
        new Promise((resolve) => setTimeout(resolve, 1)),
      ]);
      const still = this.#connections.filter(({ waits }) => waits !== null);
      if (still.length === 0) return;
      const { rows } = await this.#admin.query<{ blocked: boolean }>(
        `select cardinality(pg_blocking_pids(pid)) > 0 as blocked from unnest($1::int[]) as pid`,
        [still.map(({ pid }) => pid)],
      );
      if (still.length === this.#connections.filter(({ waits }) => waits !== null).length) {
        if (rows.every(({ blocked }) => blocked)) {
          // Who closes a circle gives up a moment later.
          await new Promise((resolve) => setTimeout(resolve, 8));
          const left = this.#connections.filter(({ waits }) => waits !== null);
          if (left.length === still.length) return;
        }
      }
    }
  }
}
