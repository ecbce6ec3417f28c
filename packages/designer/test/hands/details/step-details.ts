import type {
  Approval,
  Edge,
  Field,
  Mapping,
  Node,
  UserTask,
  WorkflowDefinition,
} from "@flowright/definition";
import { textOf } from "@flowright/definition";
import type { Locator } from "playwright-core";
import type { Hand } from "../hand.ts";
import { chooseFor, writeBoth, writeCondition, writeDuration, writeValue } from "./controls.ts";
import { FormDetails } from "./form-details.ts";

/** Fills in the details of steps: everything that the flow which is to come out says of them. */
export class StepDetails {
  readonly #hand: Hand;
  readonly #target: WorkflowDefinition;
  readonly #forms: FormDetails;

  constructor(hand: Hand, target: WorkflowDefinition) {
    this.#hand = hand;
    this.#target = target;
    this.#forms = new FormDetails(hand, target);
  }

  /** Whether a step that was just drawn has nothing to be filled in. */
  isAsMeant(now: Node, step: Node): boolean {
    return JSON.stringify(content(now)) === JSON.stringify(content(step));
  }

  /** Fills in the step whose details are shown; it has been drawn, so that it has a name already. */
  async fill(step: Node, now: Node): Promise<void> {
    const hand = this.#hand;
    const { panel } = hand;
    await writeBoth(hand, panel.locator(".fw-panel-head"), "Name", step.name, now.name);
    switch (step.kind) {
      case "start":
        await this.#start(step);
        break;
      case "userTask":
      case "approval":
        await this.#personWork(step);
        break;
      case "serviceTask":
        await this.#service(step);
        break;
      case "scriptTask":
        await this.#mappings("Fields to set", step.assignments);
        break;
      case "receiveTask":
        await this.#message(step.message);
        break;
      case "catch":
      case "boundary":
        await this.#event(step.event);
        if (step.kind === "boundary" && step.interrupting === false)
          await hand.tick(panel.getByRole("checkbox", { name: "Stops the step" }), false);
        break;
      default:
        break;
    }
    if (step.documentation !== undefined)
      await writeBoth(hand, await hand.openPart("Notes"), "Notes", step.documentation);
  }

  /** Fills in the lines of the decision whose details are shown. */
  async branches(edges: readonly Edge[]): Promise<void> {
    const hand = this.#hand;
    const branch = (at: number) => hand.panel.getByRole("group", { name: /^To “/ }).nth(at);
    const rest = edges.findIndex((edge) => edge.default === true);
    if (rest >= 0) {
      const box = branch(rest).getByRole("checkbox", { name: "Take this branch when no other fits" });
      await hand.tick(box, true);
    }
    for (const [at, edge] of edges.entries()) {
      await writeBoth(hand, branch(at), "Text on the line", edge.name);
      if (edge.condition !== undefined) await writeCondition(hand, branch(at), "Condition", edge.condition);
    }
  }

  async #start(step: Extract<Node, { kind: "start" }>): Promise<void> {
    const hand = this.#hand;
    const { panel } = hand;
    const { trigger } = step;
    if (trigger?.type === "message") {
      const kind = panel.getByRole("combobox", { name: /^(A case starts|Reacts to)$/ });
      await hand.choose(kind, "Message");
      await this.#message(trigger.message);
      if (trigger.onePerKey === true)
        await hand.tick(panel.getByRole("checkbox", { name: "One case at a time per key" }), true);
      if (step.interrupting === false)
        await hand.tick(panel.getByRole("checkbox", { name: "Stops what runs around it" }), false);
    }
    const may = panel.getByRole("group", { name: "Who may start it" });
    for (const role of step.startableBy ?? [])
      await hand.tick(may.getByRole("checkbox", { name: this.#role(role), exact: true }), true);
    if (step.form !== undefined) await this.#forms.use(step.form);
  }

  async #personWork(step: UserTask | Approval): Promise<void> {
    const hand = this.#hand;
    const { panel } = hand;
    if (step.who.type === "role") {
      const role = panel.getByLabel("Role", { exact: true });
      const list = (await role.isVisible()) ? role : panel.getByLabel("Who does it", { exact: true });
      await hand.choose(list, this.#role(step.who.role));
    }
    if (step.kind === "approval") {
      const rules = { any: "Any one of them", all: "All of them", nOfM: "A number of them" };
      await hand.choose(panel.getByLabel("Who has to agree", { exact: true }), rules[step.rule.type]);
      if (step.resultVariable !== undefined)
        await chooseFor(hand, panel.getByLabel("Keep the decision in", { exact: true }), step.resultVariable);
    }
    if (step.form !== undefined) await this.#forms.use(step.form);
    if (step.deadline?.type === "duration") {
      await hand.choose(panel.getByLabel("Due", { exact: true }), "A time after it opens");
      await writeDuration(hand, panel, "Time", step.deadline.duration);
    }
    if (step.goal !== undefined) await writeBoth(hand, await hand.openPart("Goal"), "Goal", step.goal);
    if (step.checklist) {
      const part = await hand.openPart("Checklist");
      for (const [at, item] of step.checklist.entries()) {
        await hand.press(part.getByRole("button", { name: "Add item" }));
        const card = part.getByRole("group", { name: `Item ${at + 1}`, exact: true });
        await writeBoth(hand, card, `Item ${at + 1}`, item.text);
        await hand.tick(
          card.getByRole("checkbox", { name: `Item ${at + 1}: optional` }),
          item.optional === true,
        );
      }
    }
  }

  async #service(step: Extract<Node, { kind: "serviceTask" }>): Promise<void> {
    const hand = this.#hand;
    const { panel } = hand;
    const { call } = step;
    if (!call) throw new Error(`${step.id} calls nothing`);
    await hand.choose(panel.getByLabel("System", { exact: true }), call.system);
    await hand.choose(panel.getByLabel("Operation", { exact: true }), call.operation);
    for (const { target, value } of step.input ?? []) await writeValue(hand, panel, target, value);
    for (const { target, value } of step.output ?? []) {
      const result = value.replace(/^result\./, "");
      await chooseFor(hand, panel.getByLabel(`${result}: keep in`, { exact: true }), target);
    }
    if (step.retry === undefined && step.timeout === undefined) return;
    const part = await hand.openPart("When it fails");
    if (step.retry) {
      await hand.write(part.getByRole("spinbutton", { name: "Attempts" }), String(step.retry.attempts));
      for (const [at, wait] of (step.retry.backoff ?? []).entries()) {
        await hand.press(part.getByRole("button", { name: "Add wait" }));
        await writeDuration(hand, part, `Wait ${at + 1}`, wait);
      }
    }
    if (step.timeout !== undefined) await writeDuration(hand, part, "Give up an attempt after", step.timeout);
  }

  async #event(event: Extract<Node, { kind: "catch" | "boundary" }>["event"]): Promise<void> {
    const hand = this.#hand;
    if (event.type === "message") await this.#message(event.message);
    if (event.type === "timer" && "duration" in event)
      await writeDuration(hand, hand.panel, "Length of time", event.duration);
    if (event.type === "condition")
      await writeCondition(hand, hand.panel, "The data fits a condition", event.condition);
  }

  async #message(message: { name: string; key?: string; output?: Mapping[] }): Promise<void> {
    const hand = this.#hand;
    await hand.write(hand.panel.getByLabel("Name of the message", { exact: true }), message.name);
    if (message.key !== undefined)
      await writeValue(hand, hand.panel, "Belongs to the case with", message.key);
    if (message.output) await this.#mappings("Keep from the message", message.output);
  }

  async #mappings(label: string, wanted: readonly Mapping[]): Promise<void> {
    const hand = this.#hand;
    const list: Locator = hand.panel.getByRole("group", { name: label, exact: true });
    for (const [at, { target, value }] of wanted.entries()) {
      const name = `Value ${at + 1}`;
      const field = list.getByLabel(`${name}: field to write`, { exact: true });
      if (!(await field.isVisible())) await hand.press(list.getByRole("button", { name: "Add value" }));
      await chooseFor(hand, field, target);
      await writeValue(hand, list, name, value, this.#field(target)?.type);
    }
  }

  #field(name: string): Field | undefined {
    return this.#target.variables?.properties[name];
  }

  #role(id: string): string {
    return textOf(this.#target.roles?.find((role) => role.id === id)?.name, "en");
  }
}

/** What is filled in of a step. */
function content(node: Node): unknown {
  const rest: Record<string, unknown> = { ...node };
  for (const key of ["id", "position", "attachedTo", "nodes", "edges"]) delete rest[key];
  return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
