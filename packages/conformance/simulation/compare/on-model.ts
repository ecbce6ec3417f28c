import { Database } from "../store/database.ts";
import { emptyTables, readSchema } from "../store/read-schema.ts";
import { Session } from "../store/session.ts";
import { LockWait, SqlError } from "../store/sql-error.ts";
import { BEGINNING, CONNECTIONS, ENDING, type Step } from "./programs.ts";

/** What a program saw: one line for each answer, error and wait, in the order in which they came. */
export type Seen = string[];

interface Connection {
  readonly session: Session;
  waits: { readonly step: Step; readonly on: unknown } | null;
}

/** Runs a program on the model, which decides at once what PostgreSQL decides when it has waited. */
export class ModelRunner {
  readonly #tables = emptyTables(readSchema());

  run(program: readonly Step[]): Seen {
    for (const table of this.#tables.values()) {
      table.slots = [];
      table.counter = 0;
    }
    const clock = () => Date.now();
    const database = new Database(this.#tables, { clock, random: Math.random, anyOrder: false, started: 0 });
    const seen: Seen = [];
    const connections = Array.from(
      { length: CONNECTIONS },
      (): Connection => ({ session: new Session(database), waits: null }),
    );
    const ended: unknown[] = [];
    database.onEnd = (transaction) => ended.push(transaction);
    const admin = new Session(database);
    for (const text of BEGINNING) admin.execute(text, []);

    const queue: Connection[] = [];
    const attempt = (connection: Connection, step: Step) => {
      const waited = connection.waits !== null;
      connection.waits = null;
      try {
        const { rows } = connection.session.execute(step.text, step.values);
        seen.push(lineOf(step, JSON.stringify(rows)));
      } catch (error) {
        if (error instanceof LockWait) {
          connection.waits = { step, on: error.on };
          if (isDeadlock(connection, connections)) {
            connection.waits = null;
            connection.session.fail();
            seen.push(lineOf(step, "error 40P01"));
            return;
          }
          if (!waited) {
            seen.push(lineOf(step, "waits"));
            queue.push(connection);
          }
          return;
        }
        if (!(error instanceof SqlError)) throw error;
        seen.push(lineOf(step, `error ${error.code}`));
      }
    };
    /** Those who waited for a transaction that has ended go on, the first first. */
    const goOn = () => {
      for (let index = 0; index < queue.length; ) {
        const connection = queue[index] as Connection;
        const { waits } = connection;
        if (waits === null || ended.includes(waits.on)) {
          if (waits !== null) attempt(connection, waits.step);
          if (connection.waits === null) queue.splice(index, 1);
          else index++;
          if (waits !== null) {
            index = 0;
          }
        } else index++;
      }
    };
    const take = (step: Step) => {
      const connection = connections[step.on] as Connection;
      if (connection.waits !== null) return;
      const before = seen.length;
      attempt(connection, step);
      goOn();
      sortFrom(seen, before);
    };
    for (const step of program) take(step);
    for (let round = 0; round < CONNECTIONS; round++)
      for (const on of connections.keys()) take({ on, text: "rollback", values: [] });
    for (const text of ENDING) seen.push(JSON.stringify(admin.execute(text, []).rows));
    return seen;
  }

  /** The value of one expression. */
  value(expression: string): string {
    const database = new Database(this.#tables, {
      clock: () => Date.now(),
      random: Math.random,
      anyOrder: false,
      started: 0,
    });
    return JSON.stringify(new Session(database).execute(`select ${expression} as value`, []).rows);
  }
}

/** What comes of one step comes at once: nobody can tell the order. */
export function sortFrom(seen: Seen, before: number): void {
  seen.push(...seen.splice(before).sort());
}

export function lineOf({ on, text }: Step, what: string): string {
  return `${on} ${text.trim().slice(0, 40).replaceAll(/\s+/g, " ")}: ${what}`;
}

function isDeadlock(connection: Connection, all: readonly Connection[]): boolean {
  const seen = new Set<unknown>();
  for (let on = connection.waits?.on; on !== undefined && !seen.has(on); ) {
    if (on === connection.session.transaction) return true;
    seen.add(on);
    on = all.find(({ session }) => session.transaction === on)?.waits?.on;
  }
  return false;
}
