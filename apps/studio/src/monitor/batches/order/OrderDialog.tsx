import { ConfirmOrder } from "./ConfirmOrder.tsx";
import { MoveOrder } from "./MoveOrder.tsx";
import { MigrateOrder } from "./migrate/MigrateOrder.tsx";
import type { OrderKind, OrderProps } from "./order.ts";
import "./order.css";
import { SkipOrder } from "./SkipOrder.tsx";

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
