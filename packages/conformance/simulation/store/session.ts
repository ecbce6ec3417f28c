import { type CompiledStatement, compileStatement } from "../sql/compile-statement.ts";
import type { Running } from "../sql/scope.ts";
import { toProgram } from "../sql/values.ts";
import type { Database } from "./database.ts";
import { LockWait, SqlError } from "./sql-error.ts";
import type { Row } from "./table.ts";
import type { Transaction } from "./transaction.ts";

/** The answer to a statement, as the driver gives it. */
export interface Answer {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: Record<string, unknown>[];
}

/** Statements of the product are the same in every world: each is read once for the same tables. */
const read = new WeakMap<object, Map<string, CompiledStatement>>();

/**
 * One connection to the model. A statement either comes to its end at once or throws: `SqlError` as PostgreSQL would, or
 * `LockWait`; after that it is given again, unchanged, and goes on with what it saw before.
 */
export class Session {
  readonly settings = new Map<string, string>();
  readonly #database: Database;
  #transaction: Transaction | null = null;
  #failed = false;
  #snapshot: number | null = null;
  /** The statement that waits is a transaction of its own. */
  #single = false;

  constructor(database: Database) {
    this.#database = database;
  }

  get transaction(): Transaction | null {
    return this.#transaction;
  }

  execute(text: string, parameters: readonly unknown[]): Answer {
    const word = text.trimStart().slice(0, 9).toLowerCase();
    if (word.startsWith("begin") && !this.#failed) return this.#begin();
    if (word.startsWith("commit")) return this.#commit();
    if (word.startsWith("rollback")) return this.#rollback();
    if (this.#failed)
      throw new SqlError(
        "25P02",
        "current transaction is aborted, commands ignored until end of transaction block",
      );
    if (this.#snapshot === null) this.#single = this.#transaction === null;
    const single = this.#single;
    this.#transaction ??= this.#database.begin();
    try {
      const answer = this.#run(text, parameters, this.#transaction);
      this.#endWait();
      if (single) this.#commit();
      return answer;
    } catch (error) {
      if (error instanceof LockWait) {
        if (this.#snapshot === null) this.#database.waiting++;
        this.#snapshot ??= this.#database.commits;
        throw error;
      }
      this.fail();
      throw error;
    }
  }

  /** The statement ends with an error, and with it everything that its transaction did and locked. */
  fail(): void {
    this.#endWait();
    const transaction = this.#transaction;
    if (transaction === null) return;
    this.#failed = true;
    this.#database.rollback(transaction);
    if (this.#single) this.#rollback();
  }

  /** The connection is gone: what was not committed never was. */
  end(): void {
    this.#endWait();
    this.#rollback();
  }

  #endWait(): void {
    if (this.#snapshot === null) return;
    this.#snapshot = null;
    this.#database.waiting--;
  }

  #run(text: string, parameters: readonly unknown[], transaction: Transaction): Answer {
    const { tables } = this.#database;
    const compiled = read.get(tables) ?? new Map<string, CompiledStatement>();
    read.set(tables, compiled);
    let statement = compiled.get(text);
    if (statement === undefined) {
      statement = compileStatement(text, (name) => this.#database.table(name));
      compiled.set(text, statement);
    }
    const running: Running = {
      database: this.#database,
      transaction,
      session: this,
      snapshot: this.#snapshot ?? this.#database.commits,
      parameters,
      rows: new Array<Row>(statement.slots),
      slots: new Array(statement.slots).fill(null),
      common: [],
      group: [],
      writes: [],
    };
    const { rows, count } = statement.run(running);
    for (const write of running.writes) write();
    const { columns, command } = statement;
    return {
      command,
      rowCount: count,
      rows: rows.map((row) => {
        const named: Record<string, unknown> = {};
        for (let index = 0; index < columns.length; index++) {
          const column = columns[index] as (typeof columns)[number];
          named[column.name] = toProgram(row[index] ?? null, column.type);
        }
        return named;
      }),
    };
  }

  #begin(): Answer {
    this.#transaction ??= this.#database.begin();
    this.#single = false;
    return { command: "BEGIN", rowCount: 0, rows: [] };
  }

  #commit(): Answer {
    const transaction = this.#transaction;
    if (transaction === null) return { command: "COMMIT", rowCount: 0, rows: [] };
    if (this.#failed) return this.#rollback();
    this.#transaction = null;
    this.settings.clear();
    this.#database.commit(transaction);
    return { command: "COMMIT", rowCount: 0, rows: [] };
  }

  #rollback(): Answer {
    const transaction = this.#transaction;
    this.#transaction = null;
    this.#failed = false;
    this.settings.clear();
    if (transaction !== null) this.#database.rollback(transaction);
    return { command: "ROLLBACK", rowCount: 0, rows: [] };
  }
}
