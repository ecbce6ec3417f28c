import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { Property } from "../property/Property.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";

interface PeoplePropertyProps {
  readonly people: readonly string[];
  readonly onChange: (people: string[]) => void;
}

/** Certain people, one chip each. */
export function PeopleProperty({ people, onChange }: PeoplePropertyProps) {
  const t = useTexts(STEP_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const known = useDesigner((state) => state.people);
  const nameOf = (user: string) => known.find((person) => person.user === user)?.name ?? user;
  const left = known.filter((person) => !people.includes(person.user));
  return (
    <Property label={t("people")} at="/who/people" group>
      {({ id, readOnly, describedBy, invalid }) => (
        <span className="fw-panel-stack">
          <span className="fw-panel-chips">
            {people.length === 0 && <span className="fw-form-help">{t("noPeople")}</span>}
            {people.map((user) => (
              <span key={user} className="fw-panel-chip">
                {nameOf(user)}
                <button
                  type="button"
                  className="fw-form-icon"
                  disabled={readOnly}
                  aria-label={p("removeOf", { name: nameOf(user) })}
                  onClick={() => onChange(people.filter((each) => each !== user))}
                >
                  ×
                </button>
              </span>
            ))}
          </span>
          <select
            id={id}
            className="fw-form-control"
            aria-label={t("addPerson")}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value=""
            disabled={readOnly || left.length === 0}
            onChange={(event) => event.target.value && onChange([...people, event.target.value])}
          >
            <option value="">{t("addPerson")}</option>
            {left.map((person) => (
              <option key={person.user} value={person.user}>
                {person.name}
              </option>
            ))}
          </select>
        </span>
      )}
    </Property>
  );
}
