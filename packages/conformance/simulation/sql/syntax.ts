/** The part of PostgreSQL's language that the product's own statements use, as a tree. */

/** A type of PostgreSQL under its short name; `unknown` is a literal or parameter that takes the type of its place. */
export type TypeName = string;

export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null; readonly type: TypeName }
  | { readonly kind: "parameter"; readonly index: number }
  | { readonly kind: "column"; readonly table: string | null; readonly name: string }
  | { readonly kind: "not" | "negative"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "null"; readonly of: Expression; readonly not: boolean }
  | { readonly kind: "truth"; readonly of: Expression; readonly value: boolean; readonly not: boolean }
  | {
      readonly kind: "distinct";
      readonly left: Expression;
      readonly right: Expression;
      readonly not: boolean;
    }
  | {
      readonly kind: "in";
      readonly of: Expression;
      readonly list: readonly Expression[] | Select;
      readonly not: boolean;
    }
  | {
      readonly kind: "any" | "all";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression | Select;
    }
  | {
      readonly kind: "case";
      readonly of: Expression | null;
      readonly whens: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression | null;
    }
  | { readonly kind: "cast"; readonly of: Expression; readonly type: TypeName }
  | Call
  | { readonly kind: "subquery" | "exists"; readonly query: Select }
  | { readonly kind: "array" | "row"; readonly items: readonly Expression[] }
  | { readonly kind: "subscript"; readonly of: Expression; readonly index: Expression }
  | { readonly kind: "zone"; readonly of: Expression };

export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** `count(*)`. */
  readonly star: boolean;
  readonly distinct: boolean;
  readonly order: readonly OrderItem[];
  readonly filter: Expression | null;
}

export interface OrderItem {
  readonly by: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

export interface SelectItem {
  /** Null: every column, of the named table or of all. */
  readonly value: Expression | null;
  readonly table: string | null;
  readonly name: string | null;
}

export type Source =
  | { readonly kind: "table"; readonly name: string; readonly alias: string }
  | {
      /** Functions whose rows stand side by side; mostly one. */
      readonly kind: "functions";
      readonly calls: readonly Call[];
      /** Whether a last column counts the rows from 1. */
      readonly numbered: boolean;
      readonly alias: string;
      readonly columns: readonly { readonly name: string; readonly type: TypeName | null }[] | null;
    }
  | {
      readonly kind: "query";
      readonly query: Select;
      readonly alias: string;
      readonly columns: readonly string[] | null;
    };

export interface FromItem {
  readonly source: Source;
  readonly join: "inner" | "left";
  readonly on: Expression | null;
}

export type LockMode = "key share" | "share" | "no key update" | "update";

export interface CommonTable {
  readonly name: string;
  readonly columns: readonly string[] | null;
  readonly statement: Statement;
}

export interface Select {
  readonly kind: "select";
  readonly with: readonly CommonTable[];
  readonly distinct: boolean;
  readonly items: readonly SelectItem[];
  /** `values (…), (…)` instead of items and sources. */
  readonly values: readonly (readonly Expression[])[] | null;
  readonly from: readonly FromItem[];
  readonly where: Expression | null;
  readonly groupBy: readonly Expression[];
  readonly having: Expression | null;
  readonly union: readonly { readonly all: boolean; readonly query: Select }[];
  readonly orderBy: readonly OrderItem[];
  readonly limit: Expression | null;
  readonly offset: Expression | null;
  readonly lock: {
    readonly mode: LockMode;
    readonly of: readonly string[];
    readonly skip: boolean;
    readonly noWait: boolean;
  } | null;
}

export interface Assignment {
  readonly column: string;
  readonly value: Expression | null;
}

export interface Insert {
  readonly kind: "insert";
  readonly with: readonly CommonTable[];
  readonly table: string;
  readonly alias: string;
  readonly columns: readonly string[] | null;
  readonly source: Select | null;
  readonly conflict: {
    readonly columns: readonly string[] | null;
    readonly action: { readonly sets: readonly Assignment[]; readonly where: Expression | null } | null;
  } | null;
  readonly returning: readonly SelectItem[] | null;
}

export interface Update {
  readonly kind: "update";
  readonly with: readonly CommonTable[];
  readonly table: string;
  readonly alias: string;
  readonly sets: readonly Assignment[];
  readonly from: readonly FromItem[];
  readonly where: Expression | null;
  readonly returning: readonly SelectItem[] | null;
}

export interface Delete {
  readonly kind: "delete";
  readonly with: readonly CommonTable[];
  readonly table: string;
  readonly alias: string;
  readonly from: readonly FromItem[];
  readonly where: Expression | null;
  readonly returning: readonly SelectItem[] | null;
}

export type Statement = Select | Insert | Update | Delete;
