import type { WorkflowDefinition } from "@flowright/definition";
import { edgesOf, findNode } from "@flowright/definition";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPanelPage } from "./open-panel-page.ts";

let server: Awaited<ReturnType<typeof openPanelPage>>;

beforeAll(async () => {
  server = await openPanelPage();
}, 60_000);

afterAll(() => server?.close());

async function open(query: string, size = { width: 1280, height: 900 }): Promise<Page> {
  const context = await server.browser.newContext({ viewport: size });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.address}?${query}`);
  await page.getByRole("textbox").first().waitFor();
  return page;
}

async function documentOf(page: Page): Promise<WorkflowDefinition> {
  return JSON.parse(
    (await page.getByLabel("Document", { exact: true }).textContent()) ?? "{}",
  ) as WorkflowDefinition;
}

const nodeOf = async (page: Page, id: string) => findNode(await documentOf(page), id)?.node;
const edgeOf = async (page: Page, id: string) =>
  [...edgesOf(await documentOf(page))].find(({ edge }) => edge.id === id)?.edge;

describe("the properties panel", () => {
  it("makes a working calendar where a deadline needs one, and changes it in the flow's settings", async () => {
    const page = await open("language=en&select=lead_review");
    await page.getByLabel("Counted in").selectOption({ label: "Working time (new calendar)…" });
    expect(await nodeOf(page, "lead_review")).toMatchObject({ deadline: { calendar: "calendar-1" } });
    expect(await page.getByLabel("Counted in").inputValue()).toBe("calendar-1");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.goto(page.url().replace("&select=lead_review", ""));
    await page.getByText("Working calendars", { exact: true }).click();
    await page.getByRole("button", { name: "Add working calendar" }).click();
    await page.getByLabel("Public holidays").selectOption({ label: "Mainland China, with worked weekends" });
    await page.getByLabel("Shift 2: to", { exact: true }).fill("00:00");
    await page.getByRole("group", { name: "Shift 1" }).getByLabel("Sat").check();
    await page.getByRole("button", { name: "Add special day" }).click();
    await page.getByLabel("Special day 1: first day").fill("2026-11-11");
    await page.getByLabel("Special day 1: work").selectOption({ label: "Work from – to" });
    const { settings } = await documentOf(page);
    expect(settings?.calendars?.[0]).toMatchObject({
      holidays: "china",
      week: [{ days: ["mon", "tue", "wed", "thu", "fri", "sat"] }, { from: "13:00", to: "24:00" }],
      days: [{ from: "2026-11-11", shifts: [{ from: "09:00", to: "18:00" }] }],
    });
    await page.context().close();
  });

  it("sets who, deadline, checklist and decision of an approval, and undoes each", async () => {
    const page = await open("language=en&select=lead_review");
    await page.getByLabel("Role", { exact: true }).selectOption({ label: "Buyers' office" });
    await page.getByLabel("Time", { exact: true }).fill("3");
    await page.getByLabel("Time: unit").selectOption("days");
    await page.getByLabel("Who has to agree").selectOption("nOfM");
    await page.getByLabel("How many have to agree").fill("3");
    await page.getByText("Checklist", { exact: true }).click();
    await page.getByRole("button", { name: "Add item" }).click();
    await page.getByLabel("Item 1 (English)").fill("Buyer was called");
    expect(await nodeOf(page, "lead_review")).toMatchObject({
      who: { type: "role", role: "buyers" },
      deadline: { type: "duration", duration: "P3D" },
      rule: { type: "nOfM", n: 3 },
      checklist: [{ id: "item_1", text: { en: "Buyer was called" } }],
    });
    const { roles } = await documentOf(page);
    expect(roles?.some((role) => role.id === "buyers")).toBe(true);
    for (let step = 0; step < 20; step++) await page.getByRole("button", { name: "Undo" }).click();
    expect(await nodeOf(page, "lead_review")).toMatchObject({
      who: { role: "cs-lead" },
      rule: { type: "any" },
    });
    await page.context().close();
  });

  it("builds a condition above ¥5,000 from rows and reads it back from text", async () => {
    const page = await open("language=en&select=needs_lead-to-lead_review");
    const first = page.getByRole("group", { name: "Condition 1" });
    await first.getByLabel("Condition 1: compare with").selectOption("value");
    await first.getByLabel("Condition 1: value").fill("¥5,000");
    expect(await first.getByText("¥").count()).toBe(1);
    expect((await edgeOf(page, "needs_lead-to-lead_review"))?.condition).toBe(
      "refundAmount > 5000 or risk >= policy.riskLimit",
    );
    await page.getByRole("button", { name: "Remove condition 2" }).click();
    await page.getByRole("button", { name: "Write as formula" }).click();
    const text = page.getByRole("textbox", { name: "Condition" });
    expect(await text.inputValue()).toBe("refundAmount > 5000");
    await text.fill("count(items) > 3");
    await page.getByText("says more than rows can show").waitFor();
    await text.fill('type = "refund-only"');
    await page.getByRole("button", { name: "Build from rows" }).click();
    expect(await page.getByLabel("Condition 1: value").inputValue()).toBe("refund-only");
    await page.context().close();
  });

  it("completes names in a formula and says at once what is wrong, with what to do", async () => {
    const page = await open("language=zh-CN&select=needs_lead-to-lead_review");
    await page.getByRole("button", { name: "改用公式" }).click();
    const text = page.getByRole("textbox", { name: "条件" });
    await text.fill("");
    await text.pressSequentially("退款金");
    await page.getByRole("option", { name: "refundAmount" }).waitFor();
    await page.keyboard.press("Enter");
    expect(await text.inputValue()).toBe("refundAmount");
    await text.fill("refundAmuont > 5");
    await expect.poll(() => text.getAttribute("aria-invalid")).toBe("true");
    await page.context().close();
  });

  it("maps a call by picking fields, keeps an answer in a new field, and tries the call", async () => {
    const page = await open("language=en&select=check");
    await page.getByLabel("Amount", { exact: true }).selectOption({ label: "Paid for the order" });
    await page.getByLabel("Type: how it is given").selectOption("fixed");
    await page.getByLabel("Type", { exact: true }).fill("refund-only");
    await page
      .getByLabel("Level of the buyer: keep in")
      .selectOption({ label: "New field “Level of the buyer”" });
    const node = await nodeOf(page, "check");
    if (node?.kind !== "serviceTask") throw new Error("not a service task");
    expect(node.input).toContainEqual({ target: "amount", value: "paid" });
    expect(node.input).toContainEqual({ target: "type", value: '"refund-only"' });
    expect(node.output?.at(-1)).toEqual({ target: "levelOfTheBuyer", value: "result.level" });
    expect((await documentOf(page)).variables?.properties.levelOfTheBuyer?.type).toBe("string");
    await page.getByText("Try it", { exact: true }).click();
    await page.getByLabel("Order number (test value)").fill("TB-1");
    await page.getByRole("button", { name: "Send the call" }).click();
    await page.getByText("https://shop.example/shop/checkReturn").waitFor();
    await page.getByText('"paid": "1280.00"').waitFor();
    await page.context().close();
  });

  it("adds a field to a step's form in the drawer", async () => {
    const page = await open("language=en&select=inspect");
    await page.getByRole("button", { name: "Add field" }).click();
    const drawer = page.getByRole("dialog", { name: "Form: Inspect the goods" });
    await expect
      .poll(() =>
        drawer.getByLabel("Name of the field").evaluate((input) => input === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.type("Gift returned?");
    await drawer.getByRole("radio", { name: "Yes/no" }).check({ force: true });
    await drawer.getByRole("button", { name: "Add", exact: true }).click();
    await drawer.getByRole("button", { name: "Close" }).click();
    const made = await documentOf(page);
    expect(made.variables?.properties.giftReturned).toEqual({
      type: "boolean",
      title: { en: "Gift returned?" },
    });
    const form = made.forms?.find((each) => each.id === "inspection");
    expect(form?.sections.at(-1)?.fields.at(-1)).toEqual({ field: "giftReturned", mode: "edit" });
    await page.context().close();
  });

  it("leads to the property that mends a problem", async () => {
    const page = await open("language=en&select=lead_review");
    await page.getByLabel("Who does it").selectOption("people");
    await page.getByText("Nobody chosen yet").waitFor();
    await page.getByRole("listitem").getByRole("button").first().waitFor();
    await page.getByLabel("Name (English)").focus();
    await page.getByRole("button", { name: "Go to problem" }).click();
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest("details")?.textContent?.startsWith("Who")),
      )
      .toBe(true);
    // Selecting the step again is no request to go there again.
    await page.waitForTimeout(500);
    await page.getByRole("button", { name: "Select nothing" }).click();
    await page.getByRole("button", { name: "Select again" }).click();
    await page.getByLabel("Who does it").waitFor();
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Select again");
    await page.context().close();
  });

  it("opens the form where a condition of the form is wrong, and says it there", async () => {
    const page = await open("language=en");
    await page.getByRole("button", { name: "Go to form" }).click();
    const drawer = page.getByRole("dialog", { name: "Form: Return application" });
    const shownWhen = drawer.getByRole("group", { name: "Shown only when" });
    await shownWhen.getByRole("button", { name: "Write as formula" }).click();
    await shownWhen.getByRole("textbox").fill('chanel = "JD"');
    await shownWhen.getByText("channel", { exact: false }).first().waitFor();
    await drawer.getByRole("button", { name: "Close" }).click();
    await page
      .getByRole("listitem")
      .getByRole("button", { name: /chanel/ })
      .click();
    await page.getByRole("dialog", { name: "Form: Return application" }).waitFor();
    await page.context().close();
  });

  it("opens the case field that was asked for", async () => {
    const page = await open("language=en");
    await page.getByRole("button", { name: "Go to case field" }).click();
    await page.getByLabel("Most characters").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toContain("Settings of Buyer Text");
    await page.context().close();
  });

  it("tries the branches of a decision in another order", async () => {
    const page = await open("language=en&select=needs_lead");
    await page.getByRole("button", { name: "Move “Lead reviews the request” down" }).click();
    const headings = page.getByRole("group", { name: /^To “/ });
    expect(await headings.first().getAttribute("aria-label")).toContain("End");
    await page.context().close();
  });

  it("describes the flow when nothing is selected: fields, roles, number and title of a case", async () => {
    const page = await open("language=zh-CN");
    await page.getByLabel("流程名称（中文）").fill("退货");
    await page.getByLabel("新角色名称").fill("仓库主管");
    await page.getByRole("button", { name: "添加角色" }).click();
    await page.getByLabel("实例编号", { exact: true }).selectOption({ label: "退货单号" });
    await page.getByRole("button", { name: "设置 买家 文本" }).click();
    await page.getByLabel("最多字数").fill("40");
    const made = await documentOf(page);
    expect(made.name).toEqual({ en: "Customer return handling", "zh-CN": "退货" });
    expect(made.roles?.at(-1)).toEqual({ id: "role-1", name: { "zh-CN": "仓库主管" } });
    expect(made.settings?.businessKey).toBe("returnNo");
    expect(made.variables?.properties.buyer?.maxLength).toBe(40);
    await page.context().close();
  });

  it("fits a phone in Chinese and dark", async () => {
    const page = await open("language=zh-CN&theme=dark&select=needs_lead", { width: 390, height: 844 });
    const [wide, seen] = await page.evaluate(() => [document.body.scrollWidth, window.innerWidth]);
    expect(wide).toBeLessThanOrEqual(seen ?? 0);
    await page.context().close();
  });
});
