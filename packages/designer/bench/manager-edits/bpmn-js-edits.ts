import type { Locator, Page } from "playwright-core";
import { type Hand, middleOf } from "./hand.ts";

/** The same edit with bpmn-js; `code` where an expression or JSON has to be typed. */
export interface PeerEdit {
  readonly code: boolean;
  perform(hand: Hand): Promise<void>;
  /** What the XML must have afterwards. */
  readonly expected: readonly RegExp[];
}

const element = (page: Page, id: string): Locator => page.locator(`.djs-element[data-element-id="${id}"]`);
const pad = (page: Page, action: string): Locator =>
  page.locator(`.djs-context-pad.open .entry[data-action="${action}"]`);
const inPopup = (page: Page, name: string): Locator =>
  page
    .locator(".djs-popup .entry")
    .filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
    .first();
const group = (page: Page, title: string): Locator =>
  page.locator(".bio-properties-panel-group-header").filter({ hasText: title }).first();
const field = (page: Page, label: string): Locator =>
  page
    .locator(".bio-properties-panel-entry")
    .filter({ hasText: label })
    .locator("input, textarea, [contenteditable], select")
    .first();

/** The middle of a line on the screen. */
async function lineBetween(page: Page, source: string, target: string): Promise<{ x: number; y: number }> {
  const [a, b] = await Promise.all([
    element(page, source).boundingBox(),
    element(page, target).boundingBox(),
  ]);
  if (!a || !b) throw new Error("Not to be seen");
  return { x: (a.x + a.width + b.x) / 2, y: a.y + a.height / 2 };
}

/** Ids of what is on the canvas, to find what was just made. */
async function idsOf(page: Page): Promise<Set<string>> {
  const ids = await page
    .locator(".djs-element[data-element-id]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-element-id") ?? ""));
  return new Set(ids);
}

async function made(page: Page, before: Set<string>, prefix: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const found = [...(await idsOf(page))].find(
      (id) => !before.has(id) && id.startsWith(prefix) && !id.endsWith("_label"),
    );
    if (found) return found;
    await page.waitForTimeout(40);
  }
  throw new Error(`Nothing made: ${prefix}`);
}

async function dropOnLine(hand: Hand, action: string, source: string, target: string): Promise<void> {
  const entry = hand.page.locator(`.djs-palette .entry[data-action="${action}"]`);
  await hand.drag(await middleOf(entry), await lineBetween(hand.page, source, target));
}

async function createOnLine(hand: Hand, name: string, source: string, target: string): Promise<void> {
  await hand.click(hand.page.locator('.djs-palette .entry[data-action="create"]'));
  await hand.click(inPopup(hand.page, name));
  const at = await lineBetween(hand.page, source, target);
  await hand.page.mouse.move(at.x - 4, at.y);
  await hand.page.mouse.move(at.x, at.y);
  await hand.clickAt(at);
}

async function append(hand: Hand, name: string): Promise<string> {
  const before = await idsOf(hand.page);
  await hand.click(pad(hand.page, "append"));
  await hand.click(inPopup(hand.page, name));
  return await made(hand.page, before, "Activity");
}

async function connectTo(hand: Hand, target: string): Promise<void> {
  await hand.drag(await middleOf(pad(hand.page, "connect")), await middleOf(element(hand.page, target)));
}

/** The line that leaves one shape for another, found by its ends. */
async function flowOf(page: Page, source: string, target: string): Promise<string> {
  return await page.evaluate(
    ([from, to]) => {
      interface Line {
        id: string;
        source?: { id: string };
        target?: { id: string };
      }
      const modeler = (
        window as unknown as {
          modeler: { get(name: string): { filter(fit: (line: Line) => boolean): Line[] } };
        }
      ).modeler;
      const found = modeler
        .get("elementRegistry")
        .filter((line) => line.source?.id === from && line.target?.id === to);
      return found[0]?.id ?? "";
    },
    [source, target],
  );
}

async function clickLine(hand: Hand, id: string): Promise<void> {
  const path = element(hand.page, id).locator(".djs-hit-stroke").first();
  const at = await path.evaluate((line) => {
    const points = line as unknown as SVGGeometryElement;
    const middle = points.getPointAtLength(points.getTotalLength() * 0.4);
    const matrix = points.getScreenCTM();
    const there = middle.matrixTransform(matrix ?? undefined);
    return { x: there.x, y: there.y };
  });
  await hand.clickAt(at);
}

async function condition(hand: Hand, line: string, text: string): Promise<void> {
  await clickLine(hand, line);
  await hand.click(group(hand.page, "Condition"));
  await hand.fill(field(hand.page, "Condition expression"), text);
}

async function makeDefault(hand: Hand, line: string): Promise<void> {
  await clickLine(hand, line);
  await hand.click(pad(hand.page, "replace"));
  await hand.click(inPopup(hand.page, "Default flow"));
}

/** Selects without counting: bpmn-js selects what was just made by itself. */
const gatewayOf = (page: Page, before: Set<string>) => made(page, before, "Gateway");

/** In the order of our own edits, done as briefly as bpmn-js allows. */
export const PEER_EDITS: readonly (PeerEdit | null)[] = [
  {
    code: true,
    async perform(hand) {
      const { page } = hand;
      const before = await idsOf(page);
      await dropOnLine(hand, "create.exclusive-gateway", "approve", "pay");
      const gateway = await gatewayOf(page, before);
      const task = await append(hand, "User task");
      await page.keyboard.press("Escape");
      await hand.click(group(page, "Assignment"));
      await hand.fill(field(page, "Candidate groups"), "finance");
      await connectTo(hand, "pay");
      await condition(hand, await flowOf(page, gateway, task), "amount > 5000");
      await makeDefault(hand, await flowOf(page, gateway, "pay"));
    },
    expected: [/conditionExpression/, /default="/, /candidateGroups/],
  },
  {
    code: true,
    async perform(hand) {
      await hand.click(element(hand.page, "approve"));
      await hand.click(group(hand.page, "Assignment"));
      await hand.fill(field(hand.page, "Due date"), '=now() + duration("PT24H")');
    },
    expected: [/dueDate/],
  },
  {
    code: false,
    perform: (hand) => createOnLine(hand, "User task", "pay", "file"),
    expected: [/<bpmn:userTask id="Activity_/],
  },
  {
    code: false,
    async perform(hand) {
      const { page } = hand;
      await hand.click(element(page, "file"));
      await hand.press("Control+x");
      await hand.press("Control+v");
      const at = await lineBetween(page, "approve", "pay");
      await page.mouse.move(at.x - 4, at.y);
      await page.mouse.move(at.x, at.y);
      await hand.clickAt(at);
    },
    expected: [/sourceRef="approve" targetRef="file"/, /sourceRef="file" targetRef="pay"/],
  },
  {
    code: true,
    async perform(hand) {
      const { page } = hand;
      const before = await idsOf(page);
      await dropOnLine(hand, "create.exclusive-gateway", "approve", "pay");
      const gateway = await gatewayOf(page, before);
      const task = await append(hand, "User task");
      await page.keyboard.press("Escape");
      await connectTo(hand, "pay");
      await condition(hand, await flowOf(page, gateway, task), "amount > 300");
      await makeDefault(hand, await flowOf(page, gateway, "pay"));
    },
    expected: [/conditionExpression/, /default="/],
  },
  {
    code: false,
    async perform(hand) {
      const { page } = hand;
      const before = await idsOf(page);
      await dropOnLine(hand, "create.exclusive-gateway", "approve", "pay");
      await gatewayOf(page, before);
      await hand.click(pad(page, "replace"));
      await hand.click(inPopup(page, "Parallel gateway"));
      await connectTo(hand, "file");
      await clickLine(hand, await flowOf(page, "pay", "file"));
      await hand.press("Delete");
      const again = await idsOf(page);
      await dropOnLine(hand, "create.exclusive-gateway", "file", "done");
      await gatewayOf(page, again);
      await hand.click(pad(page, "replace"));
      await hand.click(inPopup(page, "Parallel gateway"));
      const join = await made(page, again, "Gateway");
      // The line to the other branch runs through the middle of the step.
      await hand.clickAt(await middleOf(element(page, "pay"), 0, 28));
      await hand.click(pad(page, "connect"));
      await hand.click(element(page, join));
    },
    expected: [/parallelGateway[\s\S]*parallelGateway id/, /sourceRef="pay" targetRef="Gateway_/],
  },
  {
    code: true,
    async perform(hand) {
      const { page } = hand;
      const entry = page.locator('.djs-palette .entry[data-action="create.intermediate-event"]');
      const box = await element(page, "pay").boundingBox();
      if (!box) throw new Error("Not to be seen");
      await hand.drag(await middleOf(entry), { x: box.x + box.width * 0.7, y: box.y + box.height - 4 });
      await hand.click(pad(page, "replace"));
      await hand.click(inPopup(page, "Timer boundary event \\(non-interrupting\\)"));
      await hand.click(group(page, "Timer"));
      await hand.choose(field(page, "Type"), "Duration");
      await hand.fill(field(page, "Value"), "PT4H");
    },
    expected: [/cancelActivity="false"/, /PT4H/],
  },
  {
    code: true,
    async perform(hand) {
      const { page } = hand;
      await createOnLine(hand, "Service task", "pay", "file");
      await hand.click(group(page, "Task definition"));
      await hand.fill(field(page, "Type"), "tell-the-customer");
      await hand.click(
        page.locator(
          '.bio-properties-panel-group-header:has-text("Input mapping") .bio-properties-panel-add-entry',
        ),
      );
      await hand.click(page.locator(".bio-properties-panel-collapsible-entry-header").first());
      await hand.fill(field(page, "Local variable name"), "text");
      await hand.fill(field(page, "Variable assignment value"), '="Your money is on its way."');
    },
    expected: [/taskDefinition/, /on its way/],
  },
  // A form is a document of another editor there; a task only names it.
  null,
  {
    code: true,
    async perform(hand) {
      const { page } = hand;
      const before = await idsOf(page);
      await dropOnLine(hand, "create.exclusive-gateway", "approve", "pay");
      const gateway = await gatewayOf(page, before);
      const task = await append(hand, "User task");
      await page.keyboard.press("Escape");
      await hand.click(group(page, "Assignment"));
      await hand.fill(field(page, "Assignee"), "=initiator");
      await connectTo(hand, "approve");
      await condition(hand, await flowOf(page, gateway, task), "approved = false");
      await makeDefault(hand, await flowOf(page, gateway, "pay"));
    },
    expected: [/targetRef="approve"[\s\S]*targetRef="approve"/, /conditionExpression/, /assignee/],
  },
];
