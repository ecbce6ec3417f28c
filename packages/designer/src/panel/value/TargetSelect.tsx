import { type Field, textOf } from "@flowright/definition";
import { fieldName } from "@flowright/forms/builder";
import { addField } from "../../model/command/content/add-field.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { ControlProps } from "../property/Property.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { FieldSelect } from "./FieldSelect.tsx";
import { VALUE_TEXTS } from "./value-texts.ts";

interface TargetSelectProps {
  readonly control: ControlProps;
  readonly label: string;
  readonly value: string;
  readonly onChange: (path: string) => void;
  /** A field that can be made on the spot: its title and shape. */
  readonly offer?: Field | undefined;
  /** Offered first: leaving it unwritten. */
  readonly none?: string | undefined;
}

const NEW = " new";
const NOTHING = " nothing";

/** The field that a value is written to, or a new one made for it. */
export function TargetSelect({ control, label, value, onChange, offer, none }: TargetSelectProps) {
  const { fields } = usePanelScope();
  const t = useTexts(VALUE_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const title = textOf(offer?.title, language);
  const extra = [
    ...(none === undefined ? [] : [{ value: NOTHING, title: none }]),
    ...(offer ? [{ value: NEW, title: t("newField", { name: title }) }] : []),
  ];
  const choose = (path: string) => {
    if (path === NOTHING) return onChange("");
    if (path !== NEW || !offer) return onChange(path);
    const taken = store.getState().definition.variables?.properties ?? {};
    const name = fieldName(textOf(offer.title, "en"), "value", taken);
    store.getState().transaction({ en: "Keep in a new field", "zh-CN": "保存到新字段" }, () => {
      if (store.getState().run(addField({ name, field: offer, form: null })).ok) onChange(name);
    });
  };
  return (
    <FieldSelect
      id={control.id}
      fields={fields}
      value={value === "" && none !== undefined ? NOTHING : value}
      onChange={choose}
      ariaLabel={label}
      describedBy={control.describedBy}
      invalid={control.invalid}
      extra={extra}
    />
  );
}
