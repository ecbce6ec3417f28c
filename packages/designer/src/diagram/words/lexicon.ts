import { type LocalizedText, type Node, textOf, type WorkflowDefinition } from "@flowright/definition";
import type {
  DecisionChoice,
  FlowChoice,
  Language,
  PersonChoice,
  RoleChoice,
  SystemChoice,
} from "../../model/designer-options.ts";
import type { Messages } from "../../texts/messages.ts";
import { iconOf } from "../icon/icon-of.ts";
import type { IconName } from "../icon/icon-paths.ts";

/** Turns ids into the names that people know, in one language. */
export interface Lexicon {
  readonly language: Language;
  /** What the hosting page says instead of the designer's own texts. */
  readonly messages: Messages | null;
  text(text: LocalizedText | undefined): string;
  /** The drawing of a step: that of its template, else of its kind; null for plain circles. */
  icon(node: Node): IconName | null;
  role(id: string): string;
  person(user: string): string;
  system(id: string): string;
  operation(system: string, id: string): string;
  flow(id: string): string;
  decision(id: string): string;
  field(path: string): string;
  /** The title of a choice of a field. */
  choice(path: string, value: string): string;
  /** A number as the field shows it: an amount of money with its currency. */
  amount(path: string, value: string): string;
}

export function lexiconOf(
  definition: WorkflowDefinition,
  language: Language,
  known: {
    readonly people?: readonly PersonChoice[] | undefined;
    readonly roles?: readonly RoleChoice[] | undefined;
    readonly systems?: readonly SystemChoice[] | undefined;
    readonly flows?: readonly FlowChoice[] | undefined;
    readonly decisions?: readonly DecisionChoice[] | undefined;
    readonly messages?: Messages | null | undefined;
    /** Drawings by step template. */
    readonly icons?: ReadonlyMap<string, IconName> | undefined;
  },
): Lexicon {
  const text = (value: LocalizedText | undefined) => textOf(value, language);
  return {
    language,
    messages: known.messages ?? null,
    text,
    icon: (node) => ("template" in node && known.icons?.get(node.template?.id ?? "")) || iconOf(node),
    role: (id) =>
      text(known.roles?.find((each) => each.id === id)?.name) ||
      text(definition.roles?.find((each) => each.id === id)?.name) ||
      id,
    person: (user) => known.people?.find((each) => each.user === user)?.name ?? user,
    system: (id) => text(known.systems?.find((each) => each.id === id)?.name) || id,
    operation: (system, id) =>
      text(
        known.systems?.find((each) => each.id === system)?.operations.find((each) => each.id === id)?.name,
      ) || id,
    flow: (id) => text(known.flows?.find((each) => each.id === id)?.name) || id,
    decision: (id) => text(known.decisions?.find((each) => each.id === id)?.name) || id,
    choice: (path, value) =>
      text(definition.variables?.properties[path]?.oneOf?.find((each) => each.const === value)?.title) ||
      value,
    amount: (path, value) => {
      const field = definition.variables?.properties[path];
      if (field?.format !== "money") return value;
      return new Intl.NumberFormat(language, {
        style: "currency",
        currency: field.currency ?? "CNY",
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: 0,
      }).format(Number(value));
    },
    field: (path) => text(definition.variables?.properties[path.split(".")[0] ?? path]?.title) || path,
  };
}
