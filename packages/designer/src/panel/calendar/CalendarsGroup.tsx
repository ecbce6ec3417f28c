import type { WorkingCalendar } from "@flowright/definition";
import { useLayoutEffect, useRef } from "react";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { CalendarCard } from "./CalendarCard.tsx";
import { freshCalendar, updateCalendars } from "./calendar-edits.ts";
import { CALENDAR_TEXTS } from "./calendar-texts.ts";

const NONE: readonly WorkingCalendar[] = [];

/** The working calendars that deadlines, waits and schedules of the flow can count by. */
export function CalendarsGroup() {
  const t = useTexts(CALENDAR_TEXTS);
  const store = useDesignerStore();
  const readOnly = useDesigner((state) => state.readOnly);
  const settings = useDesigner((state) => state.definition.settings);
  const calendars = settings?.calendars ?? NONE;
  const write = (next: readonly WorkingCalendar[], typing?: string) => {
    store.getState().run(updateCalendars(settings, next, typing));
  };
  // A new one stands where the button was, which goes out of sight: its name is typed next.
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useLayoutEffect(() => {
    if (!added.current) return;
    added.current = false;
    const name = list.current?.lastElementChild?.querySelector("input");
    name?.focus();
    name?.scrollIntoView({ block: "nearest" });
  });
  const add = () => {
    added.current = true;
    const name = { en: CALENDAR_TEXTS.en.fresh, "zh-CN": CALENDAR_TEXTS["zh-CN"].fresh };
    write([...calendars, freshCalendar(calendars, calendars.length === 0 ? name : undefined)]);
  };
  return (
    <PropertyGroup title={t("calendars")} at={["/settings/calendars"]} closed={calendars.length === 0}>
      <span className="fw-form-help">{t("calendarsHelp")}</span>
      <div ref={list} className="fw-panel-calendars">
        {calendars.map((calendar, index) => (
          <CalendarCard
            key={calendar.id}
            calendar={calendar}
            n={index + 1}
            at={`/settings/calendars/${index}`}
            onChange={(next, typing) =>
              write(
                calendars.map((each, place) => (place === index ? next : each)),
                typing && `calendar-${index}-${typing}`,
              )
            }
            onRemove={() => write(calendars.filter((_, place) => place !== index))}
          />
        ))}
      </div>
      <button type="button" className="fw-form-button" disabled={readOnly} onClick={add}>
        + {t("addCalendar")}
      </button>
    </PropertyGroup>
  );
}
