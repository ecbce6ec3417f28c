import { ReadValue } from "../read/ReadValue.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** Data without a declared shape can be shown, not entered. */
export function UnknownWidget({ field, value }: WidgetProps) {
  return <ReadValue field={field} value={value} />;
}
