import { type Node, textOf, type WorkflowDefinition } from "@flowright/definition";
import { type FieldRule, type KeptStepTemplate, type StepTemplate, templateOf } from "@flowright/templates";
import { settingWords } from "../../diagram/words/setting-words.ts";
import type { Refusal } from "../command/command.ts";
import { indexOf } from "../document/index-of.ts";

/** Settings that say the same in two ways: whoever may not choose one may not choose the other. */
const TOGETHER: Readonly<Record<string, string>> = {
  call: "jobType",
  jobType: "call",
  table: "decision",
  decision: "table",
};

/** How every setting that a template does not leave open stands. */
export function rulesOf({ rules }: StepTemplate): { readonly [setting: string]: FieldRule } {
  const also = Object.entries(rules).flatMap(([setting, rule]) => {
    const other = TOGETHER[setting];
    return other === undefined ? [] : [[other, rule]];
  });
  return { ...Object.fromEntries(also), ...rules };
}

/**
 * Why an edit may not be made: it would change a setting that the step's template fixes, or a form that it brings. A step
 * that is brought to another version of its template, becomes another one or goes is none of its business. Null: it may.
 */
export function changesFixed(
  templates: ReadonlyMap<string, KeptStepTemplate>,
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): Refusal | null {
  if (templates.size === 0) return null;
  const forms = changedForms(before, after);
  const old = indexOf(before).nodes;
  for (const [id, { node }] of indexOf(after).nodes) {
    const was = old.get(id)?.node;
    const used = templateOf(node);
    if (was === undefined || used === null || (was === node && forms.size === 0)) continue;
    const same = templateOf(was);
    const content = templates.get(used.id)?.content;
    if (!content || same?.id !== used.id || same.version !== used.version) continue;
    const rules = rulesOf(content);
    const changed = Object.keys(rules).filter(
      (setting) => rules[setting] !== "open" && differs(was, node, setting, forms),
    );
    if (changed.length > 0) return refusalFor(changed, content);
  }
  return null;
}

function changedForms(before: WorkflowDefinition, after: WorkflowDefinition): ReadonlySet<string> {
  if (before.forms === after.forms) return new Set();
  const old = new Map(before.forms?.map((form) => [form.id, form]));
  const changed = (after.forms ?? []).filter((form) => old.has(form.id) && old.get(form.id) !== form);
  return new Set(changed.map(({ id }) => id));
}

function differs(was: Node, node: Node, setting: string, forms: ReadonlySet<string>): boolean {
  const [one, other] = [was, node].map((each) => (each as unknown as Record<string, unknown>)[setting]);
  if (setting === "form" && typeof other === "string" && forms.has(other)) return true;
  return one !== other && JSON.stringify(one) !== JSON.stringify(other);
}

function refusalFor(settings: readonly string[], { name }: StepTemplate): Refusal {
  const words = settingWords(settings);
  return {
    code: "step-template.fixed",
    message: {
      en: `Fixed by the step template “${textOf(name, "en")}”: ${words.en}.`,
      "zh-CN": `由节点模板“${textOf(name, "zh-CN")}”固定：${words["zh-CN"]}。`,
    },
  };
}
