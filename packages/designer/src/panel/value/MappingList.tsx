import type { Mapping } from "@flowright/definition";
import { useId } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { Property } from "../property/Property.tsx";
import { type PanelScope, PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { TargetSelect } from "./TargetSelect.tsx";
import { ValueEditor } from "./ValueEditor.tsx";
import { VALUE_TEXTS } from "./value-texts.ts";

interface MappingListProps {
  readonly label: string;
  readonly at: string;
  readonly value: readonly Mapping[] | undefined;
  readonly onChange: (value: Mapping[] | undefined, typing?: string) => void;
  /** What the values read beside the fields in sight, e.g. `message`. */
  readonly valueScope?: PanelScope["fields"] | undefined;
  /** Mappings of the list that are shown elsewhere. */
  readonly hidden?: ((mapping: Mapping) => boolean) | undefined;
  /** Targets are parameters of an external program, written freely, not fields. */
  readonly free?: boolean | undefined;
  /** Names that a free target may have, offered while it is typed. */
  readonly suggestions?: readonly string[] | undefined;
  /** At least one has to stay. */
  readonly required?: boolean | undefined;
}

/** Values written to fields, one below the other, in this order. */
export function MappingList(props: MappingListProps) {
  const { label, at, value, onChange, valueScope, hidden, free, required, suggestions = [] } = props;
  const t = useTexts(VALUE_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const scope = usePanelScope();
  const namesId = useId();
  const list = value ?? [];
  const write = (next: Mapping[], typing?: string) => onChange(next.length === 0 ? undefined : next, typing);
  const change = (index: number, patch: Partial<Mapping>, typing?: string) =>
    write(
      list.map((each, position) => (position === index ? { ...each, ...patch } : each)),
      typing && `${at}/${index}/${typing}`,
    );
  const fieldsOfValue = valueScope ? { ...scope.fields, ...valueScope } : scope.fields;
  return (
    <fieldset className="fw-panel-list" aria-label={label}>
      <span className="fw-form-label">{label}</span>
      {suggestions.length > 0 && (
        <datalist id={namesId}>
          {suggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {!list.some((mapping) => !hidden?.(mapping)) && (
        <span className="fw-form-help">{t("nothingWritten")}</span>
      )}
      {list.map((mapping, index) => {
        if (hidden?.(mapping)) return null;
        const name = t("assignment", { n: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: mappings have no identity of their own.
          <div key={index} className="fw-panel-card">
            <div className="fw-panel-card-head">
              <Property label={t("targetOf", { label: name })} hideLabel at={`${at}/${index}/target`}>
                {(control) =>
                  free ? (
                    <input
                      id={control.id}
                      list={suggestions.length > 0 ? namesId : undefined}
                      className="fw-form-control"
                      aria-label={t("targetOf", { label: name })}
                      value={mapping.target}
                      readOnly={readOnly}
                      aria-describedby={control.describedBy}
                      aria-invalid={control.invalid || undefined}
                      onChange={(event) => change(index, { target: event.target.value }, "target")}
                    />
                  ) : (
                    <TargetSelect
                      control={control}
                      label={t("targetOf", { label: name })}
                      value={mapping.target}
                      onChange={(target) => change(index, { target })}
                    />
                  )
                }
              </Property>
              <button
                type="button"
                className="fw-form-icon"
                disabled={readOnly || (required === true && list.length === 1)}
                aria-label={p("removeOf", { name })}
                onClick={() => write(list.filter((_, position) => position !== index))}
              >
                ×
              </button>
            </div>
            <PanelScopeProvider value={{ path: scope.path, fields: fieldsOfValue }}>
              <Property label={name} hideLabel at={`${at}/${index}/value`}>
                {(control) => (
                  <ValueEditor
                    control={control}
                    label={name}
                    value={mapping.value}
                    type={scope.fields[mapping.target]?.type}
                    onChange={(source, typing) => change(index, { value: source }, typing)}
                  />
                )}
              </Property>
            </PanelScopeProvider>
          </div>
        );
      })}
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly}
        onClick={() =>
          write([
            ...list,
            {
              target: (free ? suggestions : Object.keys(scope.fields))[0] ?? (free ? "name" : ""),
              value: "null",
            },
          ])
        }
      >
        + {t("addAssignment")}
      </button>
    </fieldset>
  );
}
