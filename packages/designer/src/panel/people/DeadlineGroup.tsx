import type { Approval, Deadline, UserTask } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { CalendarProperty } from "../calendar/CalendarProperty.tsx";
import { withCalendar } from "../calendar/calendar-edits.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { DurationProperty } from "../property/DurationProperty.tsx";
import { Property } from "../property/Property.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { FieldSelect } from "../value/FieldSelect.tsx";

type DeadlineType = Deadline["type"] | "never";

/** When a step is due. */
export function DeadlineGroup({ node }: { node: UserTask | Approval }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { fields } = usePanelScope();
  const { deadline } = node;
  const changeType = (type: DeadlineType) => {
    if (type === "never") return patch({ deadline: undefined });
    patch({ deadline: type === "duration" ? { type, duration: "P1D" } : { type, field: "" } });
  };
  return (
    <PropertyGroup title={t("deadline")} at={["/deadline"]}>
      <ChoiceProperty<DeadlineType>
        label={t("deadlineType")}
        at="/deadline"
        exact
        value={deadline?.type ?? "never"}
        choices={[
          { value: "never", title: t("never") },
          { value: "duration", title: t("afterOpening") },
          { value: "field", title: t("onField") },
        ]}
        onChange={changeType}
      />
      {deadline?.type === "duration" && (
        <DurationProperty
          label={t("time")}
          at="/deadline/duration"
          formula
          value={deadline.duration}
          onChange={(duration, typing) =>
            patch({ deadline: { ...deadline, duration: duration ?? "" } }, typing)
          }
        />
      )}
      {deadline?.type === "duration" && (
        <CalendarProperty
          at="/deadline/calendar"
          value={deadline.calendar}
          onChange={(calendar) => patch({ deadline: withCalendar(deadline, calendar) })}
        />
      )}
      {deadline?.type === "field" && (
        <Property label={t("dateField")} at="/deadline/field">
          {({ id, describedBy, invalid }) => (
            <FieldSelect
              id={id}
              fields={fields}
              value={deadline.field}
              describedBy={describedBy}
              invalid={invalid}
              fits={({ field }) => field.format === "date" || field.format === "date-time"}
              onChange={(field) => patch({ deadline: { type: "field", field } })}
            />
          )}
        </Property>
      )}
    </PropertyGroup>
  );
}
