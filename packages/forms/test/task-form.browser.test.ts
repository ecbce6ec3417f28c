import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPageServer } from "./open-page.ts";

let server: Awaited<ReturnType<typeof openPageServer>>;

beforeAll(async () => {
  server = await openPageServer();
}, 60_000);

afterAll(() => server?.close());

const photo = (name: string) => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from("not really a picture"),
});

async function open(query: string, size = { width: 1440, height: 900 }): Promise<Page> {
  const context = await server.browser.newContext({ viewport: size, hasTouch: size.width < 600 });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.address}?${query}`);
  return page;
}

async function result(page: Page): Promise<unknown> {
  await page.getByRole("button", { name: "Complete" }).click();
  return JSON.parse((await page.getByLabel("Result").textContent()) || "null");
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Received", { exact: false }).first().fill("2026-11-24T09:30");
  await page.getByRole("button", { name: "Add row to Inspection" }).click();
  await page.getByLabel("SKU, row 1").fill("MUG-RED");
  await page.getByLabel("Quantity received, row 1").fill("2");
  await page.getByRole("radiogroup", { name: "Grade, row 1" }).getByText("B needs repair").click();
  await page.getByLabel("Refund", { exact: false }).first().fill("1,280.5");
  await page.getByRole("radiogroup", { name: "Decision" }).getByText("Refund in full").click();
}

describe("a task form in a browser", () => {
  it("is filled in by labels and gives what the validator accepts", async () => {
    const page = await open("language=en");
    await fillIn(page);
    await page.getByLabel("Weight").fill("１.5");
    await page.getByLabel("Channel").selectOption("JD");
    await page.getByRole("radiogroup", { name: "Gift returned?" }).getByText("No").click();
    await page.getByLabel("Time to answer", { exact: true }).fill("48");
    await page.getByLabel("Time to answer: Unit").selectOption("hours");
    expect(await result(page)).toMatchObject({
      amount: "1280.50",
      weight: 1.5,
      channel: "JD",
      gift: false,
      decision: "full",
      window: "PT48H",
      lines: [{ sku: "MUG-RED", qtyReceived: 2, grade: "B" }],
    });
    await page.context().close();
  });

  it("finds people and long lists by typing, with the keyboard alone", async () => {
    const page = await open("language=en");
    await fillIn(page);
    const carrier = page.getByRole("combobox", { name: "Carrier" });
    await carrier.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("fed");
    await page.keyboard.press("Enter");
    expect(await carrier.inputValue()).toBe("FedEx");
    await page.getByRole("combobox", { name: "Inspector" }).fill("王");
    await page.getByRole("option", { name: "王磊" }).click();
    expect(await result(page)).toMatchObject({ carrier: "FedEx", inspector: "wang" });
    await page.context().close();
  });

  it("names what is missing, leads to it, and takes the sentence back once it is mended", async () => {
    const page = await open("language=zh-CN");
    await page.getByRole("button", { name: "Complete" }).click();
    const summary = page.getByRole("alert");
    await summary.getByText("“退款金额”没有填写。").click();
    const amount = page.getByRole("textbox", { name: "退款金额" });
    expect(await amount.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await amount.getAttribute("aria-invalid")).toBe("true");
    await amount.fill("０");
    await page.keyboard.press("Tab");
    await page.getByText("“退款金额”小于 0.01。").first().waitFor();
    await amount.fill("88");
    await page.keyboard.press("Tab");
    expect(await amount.inputValue()).toBe("88.00");
    expect(await page.getByText("“退款金额”", { exact: false }).count()).toBe(0);
    await page.context().close();
  });

  it("shows a field when its condition holds", async () => {
    const page = await open("language=en");
    expect(await page.getByLabel("Agreed amount").count()).toBe(0);
    await page.getByText("Refund in part").click();
    await page.getByLabel("Agreed amount").fill("10");
    await page.getByText("Refund in full").click();
    expect(await page.getByLabel("Agreed amount").count()).toBe(0);
    await page.context().close();
  });

  it("adds, moves and removes rows without mixing up what is in them", async () => {
    const page = await open("language=en");
    for (const sku of ["first", "second", "third"]) {
      await page.getByRole("button", { name: "Add row to Inspection" }).click();
      await page.getByRole("textbox", { name: "SKU, row" }).last().fill(sku);
    }
    await page.getByRole("button", { name: "Move row 3 up" }).click();
    await page.getByRole("button", { name: "Remove row 1" }).click();
    expect(await page.getByLabel("SKU, row 1").inputValue()).toBe("third");
    expect(await page.getByLabel("SKU, row 2").inputValue()).toBe("second");
    await page.context().close();
  });

  it("takes photos on a phone: several, one that fails first, up to the limit", async () => {
    const page = await open("language=en", { width: 390, height: 844 });
    const camera = page.getByLabel("Photos: Take a photo");
    expect(await camera.getAttribute("capture")).toBe("environment");
    await camera.setInputFiles([photo("front.png")]);
    await page.getByRole("button", { name: "Remove front.png" }).waitFor();
    await page.getByLabel("Photos: Choose a photo").setInputFiles([photo("fails-once.png")]);
    await page.getByText("fails-once.png was not uploaded").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Remove fails-once.png" }).waitFor();
    await page.getByLabel("Photos: Choose a photo").setInputFiles([photo("a.png"), photo("bb.png")]);
    await page.getByRole("button", { name: "Remove a.png" }).waitFor();
    expect(await page.getByLabel("Photos: Choose a photo").count()).toBe(0);
    await page.getByRole("button", { name: "Remove front.png" }).click();
    expect(await page.getByRole("img").count()).toBe(2);
    await page.context().close();
  });

  it("lays rows out as cards at phone width, without sideways scrolling", async () => {
    const page = await open("language=zh-CN&theme=dark", { width: 390, height: 844 });
    await page.getByRole("button", { name: "为验货明细添加一行" }).click();
    const [wide, seen] = await page.evaluate(() => [document.body.scrollWidth, window.innerWidth]);
    expect(wide).toBeLessThanOrEqual(seen ?? 0);
    const row = await page.getByRole("row", { name: "第 1 行" }).boundingBox();
    expect(row?.height).toBeGreaterThan(200);
    await page.context().close();
  });

  it("reads as terms and values, formatted for the language", async () => {
    const page = await open("language=zh-CN&read");
    await page.getByText("¥12,880.50").waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("term").first().textContent()).toBe("订单号");
    await page.context().close();
  });
});
