import type { BatchChoice } from "@flowright/client";
import { ConfirmOrder } from "./ConfirmOrder.tsx";
import { MigrateOrder } from "./MigrateOrder.tsx";
import { MoveOrder } from "./MoveOrder.tsx";
import "./order.css";
import { SkipOrder } from "./SkipOrder.tsx";

export type OrderKind = "retry" | "suspend" | "resume" | "cancel" | "skip" | "move" | "migrate";

export interface OrderProps {
  readonly choice: BatchChoice;
  /** How many cases that are. */
  readonly count: number;
  /** Their flow; null where they are of several. */
  readonly flow: string | null;
  readonly version: number | undefined;
  onClose(): void;
}

/** Asks what is still to be known before something is done to many cases. */
export function OrderDialog({ kind, ...props }: OrderProps & { readonly kind: OrderKind }) {
  switch (kind) {
    case "skip":
      return <SkipOrder {...props} />;
    case "move":
      return props.flow === null ? null : <MoveOrder {...props} flow={props.flow} />;
    case "migrate":
      return props.flow === null ? null : <MigrateOrder {...props} flow={props.flow} />;
    default:
      return <ConfirmOrder kind={kind} {...props} />;
  }
}
