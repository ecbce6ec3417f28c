import { ManyWidget, RadioWidget } from "./ChoiceWidget.tsx";
import { DurationWidget } from "./DurationWidget.tsx";
import { FileWidget } from "./file/FileWidget.tsx";
import { GroupWidget } from "./GroupWidget.tsx";
import { ListWidget } from "./ListWidget.tsx";
import { MoneyWidget } from "./MoneyWidget.tsx";
import { NumberWidget } from "./NumberWidget.tsx";
import { PersonWidget, SearchWidget, SelectWidget } from "./SelectWidget.tsx";
import { TemporalWidget } from "./TemporalWidget.tsx";
import { MultilineWidget, TextWidget } from "./TextWidget.tsx";
import { UnknownWidget } from "./UnknownWidget.tsx";
import { type WidgetName, widgetOf } from "./widget-of.ts";
import type { WidgetProps } from "./widget-props.ts";

const WIDGETS: { readonly [name in WidgetName]: (props: WidgetProps) => React.ReactNode } = {
  text: TextWidget,
  multiline: MultilineWidget,
  number: NumberWidget,
  money: MoneyWidget,
  temporal: TemporalWidget,
  duration: DurationWidget,
  radio: RadioWidget,
  select: SelectWidget,
  search: SearchWidget,
  many: ManyWidget,
  yesNo: RadioWidget,
  person: PersonWidget,
  file: FileWidget,
  list: ListWidget,
  group: GroupWidget,
  unknown: UnknownWidget,
};

/** The control of a field, chosen by its type, format and choices. */
export function Widget(props: WidgetProps) {
  const Chosen = WIDGETS[widgetOf(props.field)];
  return <Chosen {...props} />;
}
