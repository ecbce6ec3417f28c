import type { Field, Form, FormField } from "@flowright/definition";
import { conditionWords } from "../../diagram/words/condition-words.ts";
import { FLOW_TEXTS } from "../../panel/flow/flow-texts.ts";
import { STEP_TEXTS } from "../../panel/step/step-texts.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { COMPARE_TEXTS } from "./compare-texts.ts";
import { type Fact, fact, plainFacts, textFacts, yesNo } from "./fact.ts";
import { FIELD_TEXTS } from "./field-texts.ts";
import { listMark, type Names } from "./names.ts";

/** What a field of the flow as a whole says, such as `variables.amount` or `settings.caseTitle`. */
export function flowFacts(field: string, value: unknown, names: Names): Fact[] {
  const t = textsOf(COMPARE_TEXTS, names.language);
  const flow = textsOf(FLOW_TEXTS, names.language);
  const [family = "", ...rest] = field.split(".");
  const id = rest.join(".");
  switch (family) {
    case "name":
      return textFacts(flow("name"), value, names);
    case "description":
      return textFacts(flow("description"), value, names);
    case "variables":
      return id === "" ? plainFacts(t("fieldRules"), value) : variableFacts(id, value as Field, names);
    case "roles": {
      const role = value as { readonly name?: unknown; readonly color?: string };
      const label = t("role", { name: names.lexicon.role(id) });
      return [...textFacts(label, role.name ?? id, names), ...plainFacts(label, role.color, "color")];
    }
    case "forms":
      return formFacts(value as Form, names);
    case "settings":
      return id === "businessKey" || id === "caseTitle" || id === "maxSteps"
        ? fact(flow(id), String(value))
        : plainFacts(id === "calendars" ? flow(id) : id, value);
    case "scenarios": {
      const scenario = value as { readonly name?: unknown };
      const name = names.lexicon.text(scenario.name as string) || id;
      return plainFacts(t("scenario", { name }), value);
    }
    case "drawing":
      return drawingFacts(rest, value, names);
    default:
      return plainFacts(field, value);
  }
}

function variableFacts(id: string, field: Field, names: Names): Fact[] {
  const t = textsOf(FIELD_TEXTS, names.language);
  const own = textsOf(COMPARE_TEXTS, names.language);
  const label = own("field", { name: names.lexicon.field(id) });
  const { type, format, title, enum: values, oneOf, items, ...rest } = field;
  const choices =
    oneOf?.map(({ const: one, title: said }) => names.lexicon.text(said) || String(one)) ??
    values?.map(String);
  return [
    ...fact(label, t(kindOf(type, format, choices !== undefined)), "kind"),
    ...(title === undefined ? [] : textFacts(`${label} › ${t("title")}`, title, names, "title")),
    ...(choices === undefined
      ? []
      : fact(`${label} › ${own("choices")}`, choices.join(listMark(names.language)), "choices")),
    ...plainFacts(`${label} › ${t("entries")}`, items, "items"),
    ...Object.entries(rest).flatMap(([name, value]) =>
      name === "description"
        ? textFacts(`${label} › ${t("description")}`, value, names, name)
        : plainFacts(`${label} › ${name in FIELD_TEXTS.en ? t(name as "title") : name}`, value, name),
    ),
  ];
}

function kindOf(
  type: Field["type"],
  format: Field["format"],
  chosen: boolean,
): keyof (typeof FIELD_TEXTS)["en"] {
  if (type === "array") return "list";
  if (chosen) return "choice";
  if (format !== undefined && format in FIELD_TEXTS.en) return format as "date";
  return type ?? "any";
}

/** Each field with how it is shown: what a manager asks of a form. */
function formFacts(form: Form, names: Names): Fact[] {
  const t = textsOf(COMPARE_TEXTS, names.language);
  const label = t("form", { name: names.lexicon.text(form.title) || names.form(form.id) });
  const fields = form.sections.flatMap(({ fields: list }) => list);
  return [
    ...(form.title === undefined ? [] : textFacts(label, form.title, names, "title")),
    ...(form.description === undefined
      ? []
      : textFacts(
          `${label} › ${textsOf(FLOW_TEXTS, names.language)("description")}`,
          form.description,
          names,
          "description",
        )),
    ...form.sections.flatMap(({ title }, index) =>
      title === undefined ? [] : textFacts(`${label} › ${index + 1}`, title, names, `section ${index}`),
    ),
    ...fields.flatMap((field) =>
      fact(
        `${label} › ${names.lexicon.field(field.field)}`,
        shownWords(field, names),
        `field ${field.field}`,
      ),
    ),
    ...fact(
      `${label} › ${textsOf(FIELD_TEXTS, names.language)("order")}`,
      fields.map(({ field }) => names.lexicon.field(field)).join(listMark(names.language)),
      "order",
    ),
  ];
}

function shownWords(field: FormField, names: Names): string {
  const t = textsOf(FIELD_TEXTS, names.language);
  const mark = listMark(names.language);
  const { mode = "edit", required, label, help, visibleWhen, requiredWhen, columns } = field;
  const when = (word: "visibleWhen" | "requiredWhen", source: string | undefined) =>
    source === undefined ? [] : [`${t(word)} ${conditionWords(source, names.lexicon)}`];
  return [
    t(mode),
    ...(required === true ? [t("required")] : []),
    ...when("visibleWhen", visibleWhen),
    ...when("requiredWhen", requiredWhen),
    ...[label, help].flatMap((text) => (text === undefined ? [] : [names.lexicon.text(text)])),
    ...(columns ?? []).map((column) => `${names.lexicon.field(column.field)}: ${shownWords(column, names)}`),
  ].join(mark);
}

function drawingFacts([family = "", ...rest]: readonly string[], value: unknown, names: Names): Fact[] {
  const t = textsOf(COMPARE_TEXTS, names.language);
  const step = textsOf(STEP_TEXTS, names.language);
  const one = value as {
    readonly text?: string;
    readonly name?: string;
    readonly nodes?: readonly string[];
    readonly role?: string;
  };
  const steps = (label: string) =>
    one.nodes === undefined
      ? []
      : fact(
          `${label} › ${t("steps")}`,
          one.nodes.map((id) => names.step(id)).join(listMark(names.language)),
          "steps",
        );
  switch (family) {
    case "notes":
      return fact(t("note"), one.text ?? "");
    case "groups":
    case "lanes": {
      const label = t(family === "groups" ? "group" : "lane", { name: one.name ?? rest.join(".") });
      const { name, nodes, role, ...others } = one;
      return [
        ...fact(label, name ?? yesNo(true, names), "name"),
        ...steps(label),
        ...(role === undefined ? [] : fact(`${label} › ${step("role")}`, names.lexicon.role(role), "role")),
        ...plainFacts(label, { ...others, id: undefined }, "other"),
      ];
    }
    case "places":
      return fact(t("place"), JSON.stringify(value));
    default:
      return plainFacts(t("kept"), value);
  }
}
