import type { Approval, DecisionTable, Node, UserTask } from "@flowright/definition";
import { textsOf } from "../../texts/texts-of.ts";
import { DIAGRAM_TEXTS } from "./diagram-texts.ts";
import { eventWords, toldWords, workedWords } from "./event-words.ts";
import type { Lexicon } from "./lexicon.ts";

/** The second line of a card: who, which system, or what it waits for. */
export function quietLine(node: Node, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  switch (node.kind) {
    case "userTask":
      return joined([whoWords(node, lexicon), deadlineWords(node, lexicon)]);
    case "approval":
      return joined([whoWords(node, lexicon), ruleWords(node, lexicon), deadlineWords(node, lexicon)]);
    case "serviceTask":
      if (node.call) {
        return joined([
          lexicon.system(node.call.system),
          lexicon.operation(node.call.system, node.call.operation),
        ]);
      }
      return node.jobType ? t("worker", { type: node.jobType }) : t("chooseSystem");
    case "scriptTask":
      return t("sets", {
        fields: node.assignments.map((each) => lexicon.field(each.target)).join(t("listMark")),
      });
    case "businessRuleTask":
      if (node.table) return tableWords(node.table, lexicon);
      return node.decision ? lexicon.decision(node.decision.id) : t("chooseDecision");
    case "sendTask":
      return t("sends", { message: node.message.name });
    case "receiveTask":
      return t("waitsFor", { message: node.message.name });
    case "manualTask":
      return t("byHand");
    case "callActivity":
      return lexicon.flow(node.process);
    case "complex":
      return node.need.type === "count" ? t("enough", { n: node.need.count }) : t("enoughByCondition");
    case "subProcess":
    case "transaction":
    case "eventSubProcess":
    case "adHoc":
    case "plan":
      return countWords(node.nodes.filter(({ kind }) => kind !== "boundary").length, lexicon);
    case "start":
      return node.trigger ? eventWords(node.trigger, lexicon) : "";
    case "end":
      return node.result ? toldWords(node.result, lexicon) : "";
    case "throw":
      return toldWords(node.event, lexicon);
    case "catch":
    case "boundary":
      return eventWords(node.event, lexicon);
    default:
      return "";
  }
}

function countWords(count: number, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  return count === 1 ? t("oneStep") : t("steps", { count });
}

/** What a table looks at and what it decides. */
function tableWords(table: DecisionTable, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const results = table.outputs.map(({ name, label }) => lexicon.text(label) || name);
  return t(table.rules.length === 1 ? "oneRule" : "rules", {
    count: table.rules.length,
    results: results.join(t("listMark")),
  });
}

function whoWords(node: UserTask | Approval, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const { who } = node;
  switch (who.type) {
    case "role":
      return lexicon.role(who.role);
    case "people":
      return who.people.map((user) => lexicon.person(user)).join(lexicon.language === "en" ? ", " : "、");
    case "initiator":
      return t("initiator");
    case "field":
      return t("fromField", { field: lexicon.field(who.field) });
    case "expression":
      return t("byFormula");
  }
}

function ruleWords({ rule }: Approval, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  return rule.type === "nOfM" ? t("nOfM", { n: rule.n }) : t(rule.type);
}

function deadlineWords({ deadline }: UserTask | Approval, lexicon: Lexicon): string {
  if (!deadline) return "";
  return deadline.type === "duration" ? workedWords(deadline, lexicon) : lexicon.field(deadline.field);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
