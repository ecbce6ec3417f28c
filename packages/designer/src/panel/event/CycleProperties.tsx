import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { DurationProperty } from "../property/DurationProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { Property } from "../property/Property.tsx";
import { FeelInput } from "../value/FeelInput.tsx";
import { instantOf, localOf } from "../value/local-instant.ts";
import { type CycleParts, cycleOf, cycleParts } from "./cycle-parts.ts";
import { EVENT_TEXTS } from "./event-texts.ts";

interface CyclePropertiesProps {
  readonly at: string;
  readonly cycle: string;
  readonly onChange: (cycle: string, typing?: string) => void;
}

/** A repetition: how often, how far apart, and when the first time is; or by formula. */
export function CycleProperties({ at, cycle, onChange }: CyclePropertiesProps) {
  const t = useTexts(EVENT_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const parts = cycleParts(cycle);
  const formula = cycle.startsWith("=");
  const write = (change: Partial<CycleParts>, typing?: string) => {
    if (parts) onChange(cycleOf({ ...parts, ...change }), typing);
  };
  return (
    <>
      <ChoiceProperty<"parts" | "formula">
        label={t("cycleText")}
        at={`${at}/sort`}
        value={formula ? "formula" : "parts"}
        choices={[
          { value: "parts", title: t("evenly") },
          { value: "formula", title: t("byFormula") },
        ]}
        onChange={(next) => onChange(next === "formula" ? '="R3/PT10M"' : "R/P1D")}
      />
      {!parts && (
        <Property label={t("cycleText")} at={at}>
          {({ id, describedBy, invalid }) =>
            formula ? (
              <FeelInput
                id={id}
                label={t("cycleText")}
                value={cycle.slice(1)}
                describedBy={describedBy}
                invalid={invalid}
                onChange={(source) => onChange(`=${source}`, "cycle")}
              />
            ) : (
              <input
                id={id}
                className="fw-form-control"
                value={cycle}
                readOnly={readOnly}
                aria-describedby={describedBy}
                aria-invalid={invalid || undefined}
                onChange={(event) => onChange(event.target.value, "cycle")}
              />
            )
          }
        </Property>
      )}
      {parts && (
        <>
          <DurationProperty
            label={t("every")}
            at={at}
            value={parts.period}
            onChange={(period, typing) => write({ period: period ?? "" }, typing && "cycle-period")}
          />
          <NumberProperty
            label={t("times")}
            at={`${at}/times`}
            placeholder={t("forEver")}
            value={parts.times ?? undefined}
            onChange={(times) => write({ times: times ?? null }, "cycle-times")}
          />
          <Property label={t("firstAt")} at={`${at}/start`}>
            {({ id, describedBy }) => (
              <input
                id={id}
                className="fw-form-control"
                type="datetime-local"
                readOnly={readOnly}
                value={localOf(parts.start)}
                aria-describedby={describedBy}
                onChange={(event) => write({ start: instantOf(event.target.value) })}
              />
            )}
          </Property>
        </>
      )}
    </>
  );
}
