import type { Mapping } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { PanelScopeProvider, type PanelScope, usePanelScope } from "../property/panel-scope.ts";
import { Property } from "../property/Property.tsx";
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
  /** At least one has to stay. */
  readonly required?: boolean | undefined;
}

/** Values written to fields, one below the other, in this order. */
export function MappingList({ label, at, value, onChange, valueScope, required }: MappingListProps) {
  const t = useTexts(VALUE_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const scope = usePanelScope();
  const list = value ?? [];
  const write = (next: Mapping[], typing?: string) =>
    onChange(next.length === 0 ? undefined : next, typing);
  const change = (index: number, patch: Partial<Mapping>, typing?: string) =>
    write(
      list.map((each, position) => (position === index ? { ...each, ...patch } : each)),
      typing && `${at}/${index}/${typing}`,
    );
  const fieldsOfValue = valueScope ? { ...scope.fields, ...valueScope } : scope.fields;
  return (
    <div className="fw-panel-list" role="group" aria-label={label}>
      <span className="fw-form-label">{label}</span>
      {list.length === 0 && <span className="fw-form-help">{t("nothingWritten")}</span>}
      {list.map((mapping, index) => {
        const name = t("assignment", { n: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: mappings have no identity of their own.
          <div key={index} className="fw-panel-card">
            <div className="fw-panel-card-head">
              <Property label={t("targetOf", { label: name })} hideLabel at={`${at}/${index}/target`}>
                {(control) => (
                  <TargetSelect
                    control={control}
                    label={t("targetOf", { label: name })}
                    value={mapping.target}
                    onChange={(target) => change(index, { target })}
                  />
                )}
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
        onClick={() => write([...list, { target: Object.keys(scope.fields)[0] ?? "", value: "null" }])}
      >
        + {t("addAssignment")}
      </button>
    </div>
  );
}
