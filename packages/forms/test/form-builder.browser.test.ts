import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPageServer } from "./open-page.ts";

let server: Awaited<ReturnType<typeof openPageServer>>;

beforeAll(async () => {
  server = await openPageServer();
}, 60_000);

afterAll(() => server?.close());

async function open(query: string, width = 1280): Promise<Page> {
  const context = await server.browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.address}?show=builder&${query}`);
  await page.getByRole("region", { name: /^(Preview|预览)$/ }).waitFor();
  return page;
}

interface Content {
  variables: {
    properties: Record<string, { title?: unknown; type?: string; oneOf?: unknown[]; items?: unknown }>;
  };
  forms: {
    sections: {
      title?: unknown;
      fields: { field: string; mode?: string; required?: boolean; visibleWhen?: string }[];
    }[];
  }[];
}

async function content(page: Page): Promise<Content> {
  return JSON.parse((await page.getByLabel("Result", { exact: true }).textContent()) ?? "{}") as Content;
}

const fieldsOf = (made: Content, section: number) =>
  made.forms[0]?.sections[section]?.fields.map((field) => field.field) ?? [];

describe("the form builder in a browser", () => {
  it("adds a yes/no field without JSON, and the preview shows it at once", async () => {
    const page = await open("language=en");
    const section = page.getByRole("region", { name: "Section 2" });
    await section.getByRole("button", { name: "Add field" }).click();
    await page.getByLabel("Name of the field").fill("Seal intact?");
    await page.getByRole("radio", { name: "Yes/no" }).check({ force: true });
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("checkbox", { name: "Seal intact?: required" }).check();
    const preview = page.getByRole("region", { name: "Preview" });
    await preview.getByRole("radiogroup", { name: "Seal intact?" }).waitFor();
    const made = await content(page);
    expect(made.variables.properties.sealIntact).toEqual({ type: "boolean", title: { en: "Seal intact?" } });
    expect(made.forms[0]?.sections[1]?.fields.at(-1)).toEqual({
      field: "sealIntact",
      mode: "edit",
      required: true,
    });
    await page.context().close();
  });

  it("makes choices and rows in Chinese", async () => {
    const page = await open("language=zh-CN");
    const section = page.getByRole("region", { name: "分组 2" });
    await section.getByRole("button", { name: "添加字段" }).click();
    await page.getByLabel("字段名称").fill("赠品");
    await page.getByRole("radio", { name: "单选" }).check({ force: true });
    await page.getByRole("button", { name: "添加", exact: true }).click();
    await page.getByLabel("新选项").fill("已退回");
    await page.keyboard.press("Enter");
    await section.getByRole("button", { name: "添加字段" }).click();
    await page.getByLabel("字段名称").fill("配件");
    await page.getByRole("radio", { name: "明细表" }).check({ force: true });
    await page.getByRole("button", { name: "添加", exact: true }).click();
    await page.getByLabel("新列名称", { exact: true }).fill("数量");
    await page.getByLabel("新列名称: 类型").selectOption("number");
    await page.getByRole("button", { name: "添加列" }).click();
    const { variables } = await content(page);
    expect(variables.properties.choice1?.oneOf).toEqual([{ const: "已退回", title: { "zh-CN": "已退回" } }]);
    expect(variables.properties.rows1?.items).toEqual({
      type: "object",
      properties: { number1: { type: "number", title: { "zh-CN": "数量" } } },
    });
    await page.context().close();
  });

  it("orders fields by the keyboard and by dragging, also into another section", async () => {
    const page = await open("language=en");
    await page.getByRole("button", { name: "Move Paid for the order" }).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(fieldsOf(await content(page), 0).slice(0, 2)).toEqual(["paid", "orderNo"]);
    await page.keyboard.press("ArrowDown");
    expect(fieldsOf(await content(page), 0).slice(0, 2)).toEqual(["orderNo", "paid"]);
    const from = await page.getByRole("button", { name: "Move Received on" }).boundingBox();
    const to = await page.getByRole("button", { name: "Move Asked for" }).boundingBox();
    if (!from || !to) throw new Error("no handles to drag");
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 12, to.y + 4, { steps: 6 });
    await page.mouse.up();
    expect(fieldsOf(await content(page), 0)).toEqual([
      "orderNo",
      "paid",
      "receivedOn",
      "requestedAt",
      "items",
    ]);
    await page.context().close();
  });

  it("shows a field that the case has, to read, and takes it off again", async () => {
    const page = await open("language=en");
    await page.getByRole("button", { name: "Take Order number off this form" }).click();
    expect(fieldsOf(await content(page), 0)).not.toContain("orderNo");
    await page
      .getByRole("region", { name: "Section 2" })
      .getByRole("button", { name: "Show a case field" })
      .click();
    await page.getByRole("button", { name: "Show Order number to read" }).click();
    expect((await content(page)).forms[0]?.sections[1]?.fields.at(-1)).toEqual({
      field: "orderNo",
      mode: "read",
    });
    await page.context().close();
  });

  it("writes titles in both languages and says what is wrong with a condition", async () => {
    const page = await open("language=en");
    await page.getByRole("button", { name: "Settings of Refund" }).click();
    await page.getByLabel("Label (English)").fill("Refund to pay");
    await page.getByRole("button", { name: "Label (Chinese)" }).click();
    await page.getByLabel("Label (Chinese)").fill("应退金额");
    await page.getByLabel("Shown only when").fill('desicion = "full"');
    await page.getByText("decision", { exact: false }).first().waitFor();
    const made = await content(page);
    expect(made.variables.properties.amount?.title).toEqual({ en: "Refund to pay", "zh-CN": "应退金额" });
    expect(await page.getByLabel("Shown only when").getAttribute("aria-invalid")).toBe("true");
    await page.context().close();
  });

  it("fits a phone", async () => {
    const page = await open("language=zh-CN&theme=dark", 390);
    const [wide, seen] = await page.evaluate(() => [document.body.scrollWidth, window.innerWidth]);
    expect(wide).toBeLessThanOrEqual(seen ?? 0);
    await page.context().close();
  });
});
