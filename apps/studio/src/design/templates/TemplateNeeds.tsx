import { type FlowTemplate, needsOf } from "@flowright/templates";
import { useMemo } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useTemplateTexts } from "./texts.ts";

/** What a template needs to run: roles, systems, other flows and tables; and how much there is to do. */
export function TemplateNeeds({ template }: { readonly template: FlowTemplate }) {
  const t = useTemplateTexts();
  const language = useLanguage();
  const needs = useMemo(() => needsOf(template.definition), [template]);
  const names = new Map(template.definition.roles?.map(({ id, name }) => [id, textOf(name, language) || id]));
  const { flows = [], decisions = [], systems = [] } = template.brings ?? {};
  const brought = new Map(
    [...flows, ...decisions, ...systems].map(({ id, name }) => [id, textOf(name, language) || id]),
  );
  const list = (ids: readonly string[], called = brought) =>
    ids.map((id) => called.get(id) ?? id).join(t("comma"));
  const facts = [
    { label: t("needsRoles"), value: list(needs.roles, names) },
    { label: t("needsSystems"), value: list(needs.systems) },
    { label: t("needsFlows"), value: list(needs.flows) },
    { label: t("needsDecisions"), value: list(needs.decisions) },
    { label: t("hasForms"), value: t("formsAndTasks", { forms: needs.forms, tasks: needs.tasks }) },
  ];
  return (
    <dl className="template-needs">
      {facts
        .filter(({ value }) => value !== "")
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
