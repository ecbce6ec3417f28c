import type { Database } from "../store/database.ts";
import type { Row, Slot, Table, Value } from "../store/table.ts";
import type { Transaction } from "../store/transaction.ts";
import type { Select, TypeName } from "./syntax.ts";

/** What a statement sees of its session. */
export interface SessionView {
  readonly settings: Map<string, string>;
}

/** A statement while it runs. */
export interface Running {
  readonly database: Database;
  readonly transaction: Transaction;
  readonly session: SessionView;
  /** Number of the last commit that it sees. */
  readonly snapshot: number;
  readonly parameters: readonly unknown[];
  /** The row of each source at the moment, by the number of the source. */
  readonly rows: Row[];
  /** Where these rows are kept; null for rows of no table. */
  readonly slots: (Slot | null)[];
  /** Rows of the common tables, by their numbers. */
  readonly common: (readonly Row[] | undefined)[];
  /** The rows that an aggregate goes through. */
  group: readonly (readonly Row[])[];
  /** What the statement writes, once it has come to its end. */
  readonly writes: (() => void)[];
}

/** An expression ready to be evaluated. */
export interface Compiled {
  readonly type: TypeName;
  run(running: Running): Value;
}

export interface OutputColumn {
  readonly name: string;
  readonly type: TypeName;
}

/** A query ready to run. */
export interface CompiledQuery {
  readonly columns: readonly OutputColumn[];
  run(running: Running): Row[];
}

export interface ScopeSource {
  readonly alias: string;
  readonly slot: number;
  readonly columns: readonly OutputColumn[];
}

/** What is the same for a whole statement. */
export interface StatementParts {
  slots: number;
  commons: number;
  /** Sources that the expression under way looks at. */
  used: Set<number>;
  table(name: string): Table;
  compileQuery(query: Select, scope: Scope): CompiledQuery;
}

/** The names that an expression may use. */
export interface Scope {
  readonly parent: Scope | null;
  readonly sources: ScopeSource[];
  readonly commons: ReadonlyMap<
    string,
    { readonly index: number; readonly columns: readonly OutputColumn[] }
  >;
  readonly parts: StatementParts;
  /** The sources over which aggregates go. */
  readonly grouped: readonly number[] | null;
}
