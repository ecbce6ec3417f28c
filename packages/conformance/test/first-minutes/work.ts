import type { Page } from "playwright-core";
import { expect } from "vitest";
import { enterAs, goTo, type Walker } from "./walker.ts";

const ORDER = "SO-1028";
const SOON_MS = 2_000;

/** Minutes 5 and 6: the buyer asks, the task is there at once; a colleague in another tab decides. */
export async function newTaskAndDecision(walker: Walker): Promise<void> {
  const { words, product } = walker;
  const lin = await walker.open("Lin at Work");
  await enterAs(lin, walker, "lin");
  await goTo(lin, walker, "work");
  await lin.getByRole("img", { name: words.openTasks(5) }).waitFor();

  const shop = await lin.context().newPage();
  await shop.goto(product.shopUrl);
  const ask = shop.getByRole("button", { name: `${words.askForReturn}${words.shopColon}${ORDER}` });
  await ask.scrollIntoViewIfNeeded();
  await walker.picture(shop, "05-shop");
  await ask.click();
  const asked = performance.now();
  await lin.getByRole("region", { name: words.tasks }).getByRole("link", { name: ORDER }).waitFor();
  const toast = lin.getByRole("alert").filter({ hasText: words.newTask });
  await toast.getByText(words.review).waitFor();
  await lin.getByRole("img", { name: words.openTasks(6) }).waitFor();
  await expect.poll(() => lin.title(), { interval: 20, timeout: SOON_MS }).toMatch(/^\(6\) /);
  expect(performance.now() - asked).toBeLessThan(SOON_MS);
  await lin.bringToFront();
  await walker.picture(lin, "05-new-task");
  await toast.getByRole("button", { name: words.open, exact: true }).click();
  await lin.getByRole("heading", { name: words.review }).waitFor();

  const wang = await workAsWang(lin, walker);
  await decide(wang, walker);
  await lin.reload();
  await lin.getByRole("button", { name: words.menuOf(words.people.lin) }).waitFor();
}

/** In a tab beside, with a session of its own. */
async function workAsWang(lin: Page, { words }: Walker): Promise<Page> {
  await lin.getByRole("button", { name: words.menuOf(words.people.lin) }).click();
  const opening = lin.context().waitForEvent("page");
  await lin.getByRole("menuitem", { name: words.workAs(words.people.wang) }).click();
  const wang = await opening;
  await wang.getByRole("button", { name: words.menuOf(words.people.wang) }).waitFor();
  return wang;
}

async function decide(wang: Page, walker: Walker): Promise<void> {
  const { words } = walker;
  const tasks = wang.getByRole("region", { name: words.tasks });
  await tasks.getByRole("link", { name: ORDER }).click();
  const first = wang.getByRole("heading", { name: words.review });
  await first.waitFor();
  await wang.getByRole("checkbox", { name: words.withinWindow }).click();
  await walker.picture(wang, "06-task");
  await wang.getByRole("button", { name: words.approve, exact: true }).click();
  const dialog = wang.getByRole("dialog", { name: words.approveTitle });
  await dialog.getByRole("textbox", { name: words.comment }).fill(words.reasonGiven);
  await walker.picture(wang, "06-reason");
  await dialog.getByRole("button", { name: words.approve, exact: true }).click();
  await wang.getByText(words.approved).waitFor();
  await wang.getByText(words.nextOpens).waitFor();
  await tasks.getByRole("link", { name: ORDER }).waitFor({ state: "hidden" });
  await first.waitFor();
  expect(await wang.getByRole("main").getByText(ORDER).count()).toBe(0);
  await walker.picture(wang, "06-next");
  await expect
    .poll(
      async () => {
        const { items } = await walker.admin.instances.list({ search: ORDER });
        return items.flatMap(({ waiting }) => waiting.map(({ kind }) => kind));
      },
      { timeout: 10_000 },
    )
    .toContain("message");
}
