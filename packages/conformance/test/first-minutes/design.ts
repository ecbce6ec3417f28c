import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { enterAs, goTo, type Walker } from "./walker.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Minutes 8 to 10: draw, break and mend, try, publish. */
export async function drawTryPublish(walker: Walker): Promise<void> {
  const page = await walker.open("Lin at Design");
  await enterAs(page, walker, "lin");
  await goTo(page, walker, "design");
  await page.getByRole("link", { name: walker.words.flow, exact: true }).click();
  await dragApproval(page, walker);
  await onlyAbove(page, walker);
  await pickPerson(page, walker);
  await addGiftField(page, walker);
  await breakAndMend(page, walker);
  await tryFlow(page, walker);
  await publish(page, walker);
}

const partsOf = (page: Page, { words: { designer } }: Walker) => {
  const canvas = page.getByRole("application", { name: designer.canvas, exact: true });
  return {
    canvas,
    panel: page.getByRole("complementary", { name: designer.panel }),
    problems: page.getByRole("region", { name: designer.problems }),
    line: (from: string, to: string) => canvas.getByRole("group", { name: designer.line(from, to) }),
    step: (name: string) => canvas.getByRole("group", { name: designer.step(name) }),
  };
};

async function middleOf(thing: Locator): Promise<Point> {
  const box = await thing.boundingBox();
  if (!box) throw new Error(`Not to be seen: ${thing}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Turns the wheel until a step stands in the middle of the canvas. */
async function bringIntoSight(page: Page, canvas: Locator, step: Locator): Promise<void> {
  const centre = await middleOf(canvas);
  await page.mouse.move(centre.x, centre.y);
  await expect
    .poll(
      async () => {
        const at = await middleOf(step);
        const off = { x: at.x - centre.x, y: at.y - centre.y };
        const distance = Math.max(Math.abs(off.x), Math.abs(off.y));
        if (distance > 100) await page.mouse.wheel(off.x, off.y);
        return distance;
      },
      { timeout: 10_000, interval: 100 },
    )
    .toBeLessThan(100);
}

/** Minute 8: "Approval" from the palette onto the line after the check. */
async function dragApproval(page: Page, walker: Walker): Promise<void> {
  const { designer } = walker.words;
  const { line, panel, step } = partsOf(page, walker);
  const target = line(designer.check, designer.reviewBlock);
  await target.waitFor();
  const palette = page.getByRole("navigation", { name: designer.palette, exact: true });
  const from = await middleOf(palette.getByRole("button", { name: designer.approval, exact: true }));
  const to = await middleOf(target);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await walker.picture(page, "08-drag");
  await page.mouse.up();
  await panel.getByRole("textbox", { name: designer.name }).fill(designer.named);
  await step(designer.named).waitFor();
  await line(designer.check, designer.named).waitFor();
  await line(designer.named, designer.reviewBlock).waitFor();
}

/** "When the amount is above ¥5,000": chosen, not written. */
async function onlyAbove(page: Page, walker: Walker): Promise<void> {
  const { designer } = walker.words;
  const { canvas, panel, line } = partsOf(page, walker);
  await page.getByRole("button", { name: designer.onlyWhen }).click();
  await panel.getByLabel(designer.field).selectOption({ label: designer.amount });
  await panel.getByLabel(designer.comparison).selectOption({ label: designer.above });
  await panel.getByLabel(designer.value).fill("5000");
  await panel.getByLabel(designer.value).press("Tab");
  await line(designer.needed, designer.named).waitFor();
  await canvas.getByRole("group", { name: designer.onTheLine }).waitFor();
}

async function pickPerson(page: Page, walker: Walker): Promise<void> {
  const { designer } = walker.words;
  const { panel, step } = partsOf(page, walker);
  await step(designer.named).click();
  await panel.getByLabel(designer.whoType).selectOption({ label: designer.certainPeople });
  await panel.getByLabel(designer.addPerson).selectOption({ label: designer.person });
  await step(`${designer.named}[,，] ?${designer.person}.*`).waitFor();
  await walker.picture(page, "08-person");
}

/** A field of the inspection form, by name and kind. */
async function addGiftField(page: Page, walker: Walker): Promise<void> {
  const { designer } = walker.words;
  const { canvas, panel, step } = partsOf(page, walker);
  const inspection = step(designer.inspect);
  await bringIntoSight(page, canvas, inspection);
  await inspection.click();
  await panel.getByRole("button", { name: designer.addField }).click();
  const drawer = page.getByRole("dialog", { name: designer.formDrawer });
  const newField = drawer.getByRole("dialog", { name: designer.newField });
  await newField.getByRole("textbox", { name: designer.fieldName }).fill(designer.gift);
  await newField.getByText(designer.yesNo, { exact: true }).click();
  await walker.picture(page, "08-new-field");
  await newField.getByRole("button", { name: designer.add, exact: true }).click();
  await drawer.getByRole("button", { name: designer.settingsOf(designer.gift) }).waitFor();
  await walker.picture(page, "08-form");
  await drawer.getByRole("button", { name: designer.close, exact: true }).first().click();
  await drawer.waitFor({ state: "hidden" });
}

/** Minute 9: without the default branch a case could stop; that is said, shown and mended. */
async function breakAndMend(page: Page, walker: Walker): Promise<void> {
  const { designer } = walker.words;
  const { canvas, line, problems, step } = partsOf(page, walker);
  const otherwise = line(designer.needed, designer.reviewBlock);
  await bringIntoSight(page, canvas, step(designer.named));
  const box = await otherwise.boundingBox();
  if (!box) throw new Error("The line of all other cases is not to be seen");
  // It runs level above the step that it passes; half the width in which a line can be hit lies above it.
  await page.mouse.click(box.x + box.width / 4, box.y + 10);
  await page.keyboard.press("Delete");
  await otherwise.waitFor({ state: "hidden" });
  await problems.getByRole("button", { name: designer.oneError }).click();
  await problems.getByText(designer.noDefault).first().waitFor();
  await problems.getByRole("button", { name: designer.show }).click();
  await canvas.getByText(designer.stops).waitFor();
  await walker.picture(page, "09-ghosts");
  await problems.getByRole("button", { name: designer.mend }).click();
  await otherwise.waitFor();
  await problems.getByRole("button", { name: designer.noProblems }).waitFor();
}

/** Minute 9: a made-up return goes through the same engine, in the page. */
async function tryFlow(page: Page, walker: Walker): Promise<void> {
  const { designer } = walker.words;
  await page.getByRole("button", { name: designer.tryFlow }).click();
  const trial = page.getByRole("region", { name: designer.tryFlow });
  await trial.getByRole("button", { name: designer.startTrial }).click();
  const waits = trial.getByRole("article");
  await waits.getByText(designer.check).first().waitFor();
  await walker.picture(page, "09-trial");
  await trial.getByRole("button", { name: designer.answerCall, exact: true }).click();
  await waits.getByText(designer.check).first().waitFor({ state: "hidden" });
  await trial.getByRole("listitem").filter({ hasText: designer.answered }).waitFor();
  await walker.picture(page, "09-trial-2");
  await trial.getByRole("button", { name: designer.endTrial }).click();
}

/** Minute 10: new returns take version 2, the running ones keep theirs. */
async function publish(page: Page, walker: Walker): Promise<void> {
  const { admin, words } = walker;
  const { designer } = words;
  const running = async () => {
    const { items } = await admin.instances.list({ definitionId: "return-handling", limit: 200 });
    return items.filter(({ status }) => status === "active").map(({ version }) => version);
  };
  const before = await running();
  await page.getByText(designer.saved, { exact: true }).waitFor();
  await page.getByRole("button", { name: designer.publish }).click();
  const dialog = page.getByRole("dialog", { name: designer.publishDialog });
  await dialog.getByText(designer.stay(before.length)).waitFor();
  await dialog.getByRole("textbox", { name: designer.note }).fill(designer.noteGiven);
  await walker.picture(page, "10-publish");
  await dialog.getByRole("button", { name: designer.publish }).click();
  await page.getByText(designer.published, { exact: true }).waitFor();
  await walker.picture(page, "10-published");
  expect(await running()).toEqual(before.map(() => 1));

  const shop = await page.context().newPage();
  await shop.goto(walker.product.shopUrl);
  await shop.getByRole("button", { name: `${words.askForReturn}${words.shopColon}SO-1017` }).click();
  await expect
    .poll(async () => (await running()).toSorted(), { timeout: 10_000 })
    .toEqual([...before.map(() => 1), 2]);
}
