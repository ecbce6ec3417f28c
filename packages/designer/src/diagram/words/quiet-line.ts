import type { Approval, Node, UserTask } from "@flowright/definition";
import { textsOf } from "../../texts/texts-of.ts";
import { DIAGRAM_TEXTS } from "./diagram-texts.ts";
import { durationWords } from "./duration-words.ts";
import type { Lexicon } from "./lexicon.ts";

/** The second line of a card: who, which system, or what it waits for. */
export function quietLine(node: Node, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
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
    case "receiveTask":
      return t("waitsFor", { message: node.message.name });
    case "subProcess":
      return t("steps", { count: node.nodes.length });
    case "catch":
    case "boundary":
      return eventWords(node.event, lexicon);
    default:
      return "";
  }
}

function whoWords(node: UserTask | Approval, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
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
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
  return rule.type === "nOfM" ? t("nOfM", { n: rule.n }) : t(rule.type);
}

function deadlineWords({ deadline }: UserTask | Approval, lexicon: Lexicon): string {
  if (!deadline) return "";
  return deadline.type === "duration"
    ? durationWords(deadline.duration, lexicon.language)
    : lexicon.field(deadline.field);
}

type AnyEvent = Extract<Node, { kind: "catch" | "boundary" }>["event"];

function eventWords(event: AnyEvent, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
  switch (event.type) {
    case "timer":
      return "duration" in event
        ? t("after", { duration: durationWords(event.duration, lexicon.language) })
        : t("onDate", { date: event.date.replace(/^=\s*/, "") });
    case "message":
      return t("onMessage", { message: event.message.name });
    case "error":
      return event.code === undefined ? t("onError") : t("onErrorCode", { code: event.code });
  }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
