/** Rows by their ids, as JSON has them. */
type Rows<V> = { readonly [id: string]: V };

type Table<V> = { [id: string]: V };

/** From this many rows on an array costs less than a hash table: it is not much longer than there are rows. */
const MANY = 32;

/**
 * A copy of a table that may be written to. V8 keeps an object whose keys are whole numbers as an array up to the
 * highest of them: with one row of id 900 it has 900 places, to be made, copied and looked through in every step, and
 * the ids of a case grow with each step that it does. These tables are hash tables instead, whatever their ids.
 */
export function tableOf<V>(rows: Rows<V>): Table<V> {
  const ids = Object.keys(rows);
  if (ids.length >= MANY) return { ...rows };
  const table = hashed<V>();
  for (const id of ids) table[id] = rows[id] as V;
  return withoutMark(table);
}

/** The table with one row more, or with another in its place. */
export function withRow<V>(rows: Rows<V> | undefined, id: number, row: V): Rows<V> {
  const table = tableOf(rows ?? {});
  table[id] = row;
  return table;
}

/** The table without one of its rows; undefined where none is left. */
export function withoutRow<V>(rows: Rows<V> | undefined, id: number): Rows<V> | undefined {
  if (rows === undefined) return undefined;
  const left = tableOf(rows);
  delete left[id];
  for (const _key in left) return left;
  return undefined;
}

/** The highest key that V8 takes for a place in an array. With it an object becomes a hash table and stays one. */
const MARK = 4_294_967_294;

/** Written out as a literal, since that is several times as fast as adding the key. */
function hashed<V>(): Table<V> {
  return { 4294967294: undefined as unknown as V };
}

function withoutMark<V>(table: Table<V>): Table<V> {
  delete table[MARK];
  return table;
}
