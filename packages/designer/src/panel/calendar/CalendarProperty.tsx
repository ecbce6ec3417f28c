import { textOf } from "@flowright/definition";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { freshCalendar, updateCalendars } from "./calendar-edits.ts";
import { CALENDAR_TEXTS } from "./calendar-texts.ts";

const NEW = "+";

/**
 * What a duration is counted in: the clock or the working time of a calendar, which can be made here. For a schedule
 * (`days`), whether it keeps to the working days of one.
 */
export function CalendarProperty(props: {
  /** Place of the calendar below the step. */
  readonly at: string;
  readonly value: string | undefined;
  readonly days?: boolean | undefined;
  readonly onChange: (calendar: string | undefined) => void;
}) {
  const t = useTexts(CALENDAR_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const settings = useDesigner((state) => state.definition.settings);
  const calendars = settings?.calendars ?? [];
  const choose = (value: string) => {
    if (value !== NEW) return props.onChange(value === "" ? undefined : value);
    const made = freshCalendar(calendars, {
      en: CALENDAR_TEXTS.en.fresh,
      "zh-CN": CALENDAR_TEXTS["zh-CN"].fresh,
    });
    store.getState().run(updateCalendars(settings, [...calendars, made]));
    props.onChange(made.id);
  };
  return (
    <ChoiceProperty<string>
      label={t(props.days ? "onWorkingDays" : "countedBy")}
      at={props.at}
      value={props.value ?? ""}
      choices={[
        { value: "", title: t(props.days ? "everyDay" : "clock") },
        ...calendars.map((calendar) => {
          const name = textOf(calendar.name, language) || calendar.id;
          return { value: calendar.id, title: props.days ? t("workingDaysOf", { name }) : name };
        }),
        ...(calendars.length === 0 ? [{ value: NEW, title: t("newCalendar") }] : []),
      ]}
      onChange={choose}
    />
  );
}
