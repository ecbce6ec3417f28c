import type { Approval, ChecklistItem, UserTask } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";

/** Acceptance criteria: ticked by the person, or checked by a condition. */
export function ChecklistGroup({ node }: { node: UserTask | Approval }) {
  const t = useTexts(STEP_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const patch = useNodePatch(node.id);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const items = node.checklist ?? [];
  const write = (next: ChecklistItem[], typing?: string) =>
    patch({ checklist: next.length === 0 ? undefined : next }, typing);
  const change = (index: number, next: ChecklistItem, typing?: string) =>
    write(
      items.map((item, at) => (at === index ? next : item)),
      typing && `checklist-${index}-${typing}`,
    );
  const move = (from: number, to: number) => {
    const next = [...items];
    const [item] = next.splice(from, 1);
    if (item) next.splice(to, 0, item);
    write(next);
  };
  const add = () => {
    const taken = new Set(items.map((item) => item.id));
    let number = items.length + 1;
    while (taken.has(`item_${number}`)) number += 1;
    write([...items, { id: `item_${number}`, text: { [language]: "" } }]);
  };
  return (
    <PropertyGroup title={t("checklist")} at={["/checklist"]} closed={items.length === 0}>
      <span className="fw-form-help">{t("checklistHelp")}</span>
      {items.map((item, index) => {
        const n = index + 1;
        const name = t("item", { n });
        const at = `/checklist/${index}`;
        return (
          <fieldset key={item.id} className="fw-panel-card" aria-label={name}>
            <div className="fw-panel-card-head">
              <BilingualProperty
                label={name}
                hideLabel
                placeholder={t("itemText")}
                at={`${at}/text`}
                value={item.text}
                onChange={(text) => change(index, { ...item, text: text ?? "" }, "text")}
              />
              <button
                type="button"
                className="fw-form-icon"
                disabled={readOnly || index === 0}
                aria-label={p("moveUp", { name })}
                onClick={() => move(index, index - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="fw-form-icon"
                disabled={readOnly}
                aria-label={p("removeOf", { name })}
                onClick={() => write(items.filter((_, position) => position !== index))}
              >
                ×
              </button>
            </div>
            <CheckProperty
              label={t("optional")}
              ariaLabel={t("optionalOf", { n })}
              value={item.optional === true}
              onChange={(on) => change(index, withOptional(item, on))}
            />
            <CheckProperty
              label={t("byRule")}
              ariaLabel={t("byRuleOf", { n })}
              value={item.rule !== undefined}
              onChange={(on) => change(index, withRule(item, on ? "" : undefined))}
            />
            {item.rule !== undefined && (
              <ConditionProperty
                label={t("rule", { n })}
                at={`${at}/rule`}
                value={item.rule}
                onChange={(rule, typing) => change(index, withRule(item, rule ?? ""), typing)}
              />
            )}
          </fieldset>
        );
      })}
      <button type="button" className="fw-form-button" disabled={readOnly} onClick={add}>
        + {t("addItem")}
      </button>
    </PropertyGroup>
  );
}

function withOptional(item: ChecklistItem, optional: boolean): ChecklistItem {
  const { optional: _, ...rest } = item;
  return optional ? { ...rest, optional } : rest;
}

function withRule(item: ChecklistItem, rule: string | undefined): ChecklistItem {
  const { rule: _, ...rest } = item;
  return rule === undefined ? rest : { ...rest, rule };
}
