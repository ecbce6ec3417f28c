import type { Field } from "@flowright/definition";
import type { Json } from "../../value/json.ts";

/** What every control of a field gets. Null is "nothing filled in". */
export interface WidgetProps {
  readonly id: string;
  readonly field: Field;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
  /** The field's name in the reader's language. */
  readonly label: string;
  /** Where no visible label belongs to the control (a cell of a table): its accessible name. */
  readonly ariaLabel?: string | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}
