import type { EndResult } from "@flowright/definition";
import type { Turn } from "../turn.ts";
import { cancelTransaction, transactionAround } from "./cancel-transaction.ts";
import { throwUndo } from "./undo.ts";

/** What an end has undone before it is reached in the end; tells whether there is such a thing. */
export function undoesAtEnd(turn: Turn, token: number, result: EndResult | undefined): boolean {
  if (result?.type === "compensation") {
    throwUndo(turn, token, result.activity, { do: "finish", undone: true });
    return true;
  }
  const transaction = result?.type === "cancel" ? transactionAround(turn, token) : null;
  if (transaction === null) return false;
  cancelTransaction(turn, token, transaction);
  return true;
}
