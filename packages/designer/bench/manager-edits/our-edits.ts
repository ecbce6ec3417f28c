import type { WorkflowDefinition } from "@flowright/definition";
import type { Locator, Page } from "playwright-core";
import { type Hand, middleOf } from "./hand.ts";

/** One edit: what is done, and whether the definition says what was meant. */
export interface Edit {
  readonly name: string;
  perform(hand: Hand): Promise<void>;
  /** Throws where the outcome is not what was meant. */
  holds(definition: WorkflowDefinition): boolean;
}

const card = (page: Page, name: string): Locator =>
  page
    .getByRole("region", { name: "Steps of the flow" })
    .getByRole("button", { name: new RegExp(`^(Approval|Task|Start|End), ${name}|^${name}`) })
    .first();

const plusAfter = (page: Page, name: string): Locator =>
  page.getByRole("button", { name: `Add a step after “${name}”`, exact: true });

const inMenu = (page: Page, name: string): Locator =>
  page
    .getByRole("dialog")
    .getByRole("option", { name: new RegExp(`^${name}`) })
    .first();

const lines = ({ edges }: WorkflowDefinition) => edges.map(({ source, target }) => `${source}>${target}`);

const nodeBy = (definition: WorkflowDefinition, id: string) =>
  definition.nodes.find((node) => node.id === id);

/** The ten edits of a manager, in the column of steps, each on the refund request as it was. */
export const OUR_EDITS: readonly Edit[] = [
  {
    name: "an approver above ¥5,000",
    async perform(hand) {
      await hand.click(plusAfter(hand.page, "Approve"));
      await hand.click(inMenu(hand.page, "Approval"));
      await hand.fill(hand.page.getByLabel("Condition 1: value"), "5000");
      await hand.choose(hand.page.getByLabel("Who does it"), "Finance");
    },
    holds: ({ edges, nodes }) =>
      edges.some(({ condition }) => condition?.replaceAll(" ", "") === "amount>5000") &&
      nodes.filter((node) => node.kind === "approval" && node.who.type === "role").length === 2,
  },
  {
    name: "a deadline of 24 hours",
    async perform(hand) {
      await hand.click(card(hand.page, "Approve"));
      await hand.choose(hand.page.getByLabel("Due", { exact: true }), "A time after it opens");
    },
    holds: (definition) => {
      const node = nodeBy(definition, "approve");
      return (
        node?.kind === "approval" &&
        node.deadline?.type === "duration" &&
        ["P1D", "PT24H"].includes(node.deadline.duration)
      );
    },
  },
  {
    name: "insert a step",
    async perform(hand) {
      await hand.click(plusAfter(hand.page, "Pay back"));
      await hand.click(inMenu(hand.page, "Task"));
    },
    holds: (definition) => lines(definition).some((line) => line.startsWith("pay>userTask")),
  },
  {
    name: "swap two steps",
    async perform(hand) {
      const to = await middleOf(plusAfter(hand.page, "Approve"));
      await hand.drag(await middleOf(card(hand.page, "File the papers")), to);
    },
    holds: (definition) =>
      ["approve>file", "file>pay", "pay>done"].every((line) => lines(definition).includes(line)),
  },
  {
    name: "add a branch",
    async perform(hand) {
      await hand.click(plusAfter(hand.page, "Approve"));
      await hand.click(inMenu(hand.page, "Decision(?! table)"));
      await hand.fill(hand.page.getByLabel("Condition 1: value"), "300");
    },
    holds: ({ edges }) =>
      edges.some(({ condition }) => condition?.replaceAll(" ", "") === "amount>300") &&
      edges.some((edge) => edge.default === true),
  },
  {
    name: "make two steps parallel",
    async perform(hand) {
      await hand.click(card(hand.page, "File the papers"));
      await hand.click(hand.page.getByRole("button", { name: "At the same time as the step before" }));
    },
    holds: (definition) =>
      ["parallel_1>pay", "parallel_1>file", "pay>parallel_2", "file>parallel_2"].every((line) =>
        lines(definition).includes(line),
      ),
  },
  {
    name: "a reminder after 4 hours",
    async perform(hand) {
      await hand.click(card(hand.page, "Pay back"));
      await hand.click(hand.page.getByRole("button", { name: "Reminder, time limit or message" }));
      await hand.click(inMenu(hand.page, "Takes too long"));
      await hand.fill(hand.page.getByLabel("Length of time", { exact: true }), "4");
    },
    holds: ({ nodes }) =>
      nodes.some(
        (node) =>
          node.kind === "boundary" &&
          node.attachedTo === "pay" &&
          node.interrupting === false &&
          node.event.type === "timer" &&
          "duration" in node.event &&
          node.event.duration === "PT4H",
      ),
  },
  {
    name: "who is told",
    async perform(hand) {
      await hand.click(plusAfter(hand.page, "Pay back"));
      await hand.click(inMenu(hand.page, "Call a system"));
      await hand.choose(hand.page.getByLabel("Operation", { exact: true }), "Shop: Tell the customer");
      const fields = hand.page.locator("select").filter({ hasText: "Choose a field…" }).first();
      await hand.choose(fields, "Reason");
    },
    holds: ({ nodes }) =>
      nodes.some(
        (node) => node.kind === "serviceTask" && node.input?.some(({ target }) => target === "text") === true,
      ),
  },
  {
    name: "a field made required",
    async perform(hand) {
      await hand.click(card(hand.page, "Start"));
      await hand.click(hand.page.getByRole("button", { name: "Edit form" }));
      await hand.click(hand.page.getByLabel("Reason: required"));
    },
    holds: ({ forms }) =>
      forms?.[0]?.sections[0]?.fields.find(({ field }) => field === "reason")?.required === true,
  },
  {
    name: "back to the initiator when rejected",
    async perform(hand) {
      await hand.click(card(hand.page, "Approve"));
      const back = hand.page.getByLabel("When rejected, back to an earlier step");
      await hand.choose(back, "Whoever started it, to correct it");
    },
    holds: ({ nodes, edges }) => {
      const rejected = edges.find(({ source, outcome }) => source === "approve" && outcome === "rejected");
      const task = nodes.find(({ id }) => id === rejected?.target);
      return task?.kind === "userTask" && task.who.type === "initiator" && task.form === "request";
    },
  },
];
