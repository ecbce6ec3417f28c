import type { Who } from "@flowright/definition";
import type { Flow } from "../import/flow.ts";
import { asId } from "../import/id-giver.ts";
import { BPMN } from "../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlAttribute, type XmlElement } from "../xml/xml-element.ts";
import { juelAttribute, said, zeebeExtension } from "./engines.ts";
import { assignedInput } from "./io-specification.ts";

/**
 * Who does a step, in the order of how closely it is said: one person, named people, a group, the lane. If the file does
 * not say, whoever starts the case, with a problem.
 */
export function whoOf(flow: Flow, step: XmlElement): Who {
  const found = fromEngines(flow, step) ?? fromResources(flow, step) ?? fromInputs(flow, step);
  if (found) return found;
  const lane = flow.laneRoles.get(step);
  if (lane !== undefined) return { type: "role", role: roleOf(flow, lane) };
  flow.problem("bpmn.nobody", step);
  return { type: "initiator" };
}

function fromEngines(flow: Flow, step: XmlElement): Who | undefined {
  const zeebe = zeebeExtension(step, "assignmentDefinition");
  const [assignee, users, groups] = ["assignee", "candidateUsers", "candidateGroups"].map(
    (name) => juelAttribute(step, name) ?? said(zeebe, name),
  );
  if (zeebe && (assignee ?? users ?? groups)) flow.file.ledger.translated(zeebe, zeebe.name, "who");
  if (assignee) return people(flow, step, assignee, "one");
  if (users) return people(flow, step, users, "several");
  return groups ? group(flow, step, groups) : undefined;
}

function people(flow: Flow, step: XmlElement, part: XmlAttribute, count: "one" | "several"): Who | undefined {
  const text = part.value.trim();
  const { ledger } = flow.file;
  const variable = /^[$#]\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}$/u.exec(text)?.[1];
  if (variable !== undefined && flow.initiators.has(variable)) {
    ledger.translated(part, text, "who: initiator");
    return { type: "initiator" };
  }
  if (isExpression(text)) {
    const value = flow.feel({ text, part }, "juel", step);
    return { type: "expression", value };
  }
  const names = count === "one" ? [text] : listed(text);
  if (names.length === 0) return undefined;
  ledger.translated(part, text, `who.people: ${names.join(", ")}`);
  return { type: "people", people: names.slice(0, 200) };
}

function group(flow: Flow, step: XmlElement, part: XmlAttribute): Who | undefined {
  const text = part.value.trim();
  if (isExpression(text)) {
    // Which group it is, is only known when the case is there; roles are chosen when the flow is drawn.
    flow.problem("bpmn.expression-not-translated", step, { text });
    flow.file.ledger.annotation(part, "no-counterpart");
    return undefined;
  }
  const names = listed(text);
  const [first, ...more] = names;
  if (first === undefined) return undefined;
  if (more.length > 0) flow.problem("bpmn.several-groups", step, { groups: names.join(", ") });
  const role = roleOf(flow, first);
  flow.file.ledger.translated(part, text, `who.role: ${role}`);
  return { type: "role", role };
}

/** The performers of BPMN itself [10.3.3]. Activiti writes `user(a)` and `group(b)`; names without are groups. */
function fromResources(flow: Flow, step: XmlElement): Who | undefined {
  const { ledger } = flow.file;
  let who: Who | undefined;
  for (const performer of childrenOf(
    step,
    BPMN,
    "humanPerformer",
    "potentialOwner",
    "performer",
    "resourceRole",
  )) {
    const reference = childrenOf(performer, BPMN, "resourceRef")[0];
    const expression = childrenOf(performer, BPMN, "resourceAssignmentExpression")[0]?.children[0];
    const resource = flow.file.element(reference?.text);
    const text = (
      resource ? (attributeOf(resource, "name") ?? attributeOf(resource, "id")) : expression?.text
    )?.trim();
    if (who || text === undefined || text === "") continue;
    const isFeel = !resource && expression !== undefined && flow.languageOf(expression) === "feel";
    const literal = isFeel ? /^"([^"\\]*)"$/.exec(text)?.[1] : undefined;
    if (isFeel && literal === undefined) {
      who = { type: "expression", value: flow.feel({ text, part: expression }, "feel", step) };
      ledger.translated(performer, performer.local, "who.value");
      ledger.translated(expression.parent ?? undefined, "resourceAssignmentExpression", "who.value");
      continue;
    }
    if (isExpression(text)) continue;
    who = named(flow, literal ?? text, performer.local === "humanPerformer");
    const to = who.type === "people" ? "who.people" : "who.role";
    ledger.translated(performer, performer.local, to);
    ledger.translated(reference, reference?.text ?? "", to);
    ledger.translated(expression?.parent ?? undefined, "resourceAssignmentExpression", to);
    ledger.translated(expression, text, to);
  }
  return who;
}

function named(flow: Flow, text: string, person: boolean): Who {
  const parts = listed(text);
  const users = parts.flatMap((part) => /^user\((.+)\)$/.exec(part)?.[1]?.trim() ?? (person ? part : []));
  if (users.length > 0) return { type: "people", people: users.slice(0, 200) };
  const first = parts[0] ?? text;
  return { type: "role", role: roleOf(flow, /^group\((.+)\)$/.exec(first)?.[1]?.trim() ?? first) };
}

/** jBPM says it by inputs of the task. */
function fromInputs(flow: Flow, step: XmlElement): Who | undefined {
  const actor = assignedInput(flow, step, "ActorId");
  if (actor && !isExpression(actor.text)) {
    actor.claim("who");
    return { type: "people", people: listed(actor.text).slice(0, 200) };
  }
  const groups = assignedInput(flow, step, "GroupId");
  const first = groups && !isExpression(groups.text) ? listed(groups.text)[0] : undefined;
  if (!groups || first === undefined) return undefined;
  groups.claim("who");
  return { type: "role", role: roleOf(flow, first) };
}

/** The role of a flow for a name; the same name is the same role. */
export function roleOf(flow: Flow, name: string): string {
  const id = asId(name);
  const known = [...flow.roles.values()].find(
    (role) => role.name === name || (role.name === undefined && role.id === name),
  );
  if (known) return known.id;
  let free = id;
  for (let number = 2; flow.roles.has(free); number++) free = `${id.slice(0, 90)}_${number}`;
  flow.roles.set(free, free === name ? { id: free } : { id: free, name: name.slice(0, 4000) });
  return free;
}

function isExpression(text: string): boolean {
  return /[$#]\{/.test(text) || text.startsWith("=");
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
