import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createClient } from "@flowright/client";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, startProduct } from "./product/product-process.ts";
import { signIn } from "./product/sign-in.ts";
import { openBrowser, visitorsOf } from "./product/visitors.ts";

const token = randomBytes(24).toString("base64url");
const PASSWORD = "draws all day long";
/** Two processes, the first of which calls the second; what another tool says of a step. */
const DRAWING = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x" id="d" targetNamespace="urn:shop">
  <process id="refund" name="Refund" isExecutable="true">
    <startEvent id="asked"/>
    <userTask id="review" name="Review"><extensionElements><x:hint words="later"/></extensionElements></userTask>
    <callActivity id="call" name="Pay" calledElement="pay"/>
    <endEvent id="done"/>
    <sequenceFlow id="f1" sourceRef="asked" targetRef="review"/>
    <sequenceFlow id="f2" sourceRef="review" targetRef="call"/>
    <sequenceFlow id="f3" sourceRef="call" targetRef="done"/>
  </process>
  <process id="pay" name="Pay back"><startEvent id="s"/><task id="t" name="Transfer"/><endEvent id="e"/>
    <sequenceFlow id="g1" sourceRef="s" targetRef="t"/><sequenceFlow id="g2" sourceRef="t" targetRef="e"/></process>
</definitions>`;

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ workspace: "drawings", token })]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 40_000);

it("takes drawings of other tools by file, drop and paste, and gives them back", {
  timeout: 90_000,
}, async () => {
  const client = createClient({ baseUrl: product.url, token });
  await client.people.create({ user: "dana", name: "Dana", roles: ["designer"], password: PASSWORD });
  const page = await visitorsOf(browser)({ name: "Dana" });
  await signIn(page, product.url, { user: "dana", password: PASSWORD, language: "en" });
  await page.getByRole("link", { name: "Design" }).first().click();
  const dialog = page.getByRole("dialog");

  // A file that is refused says where and why.
  await page.getByRole("button", { name: "Import BPMN" }).click();
  await choose(page, "broken.bpmn", `<!DOCTYPE a>${DRAWING}`);
  await dialog.getByText("broken.bpmn cannot be imported").waitFor();
  await dialog.getByText("line 1, column 1").waitFor();
  await dialog.getByRole("button", { name: "Choose another file" }).click();

  // The report leads to the step; nothing is written before it is confirmed.
  await choose(page, "refund.bpmn", DRAWING);
  await dialog.getByRole("tab", { name: "Report" }).click();
  await dialog.getByRole("textbox", { name: "Search the report" }).fill("hint");
  await dialog.getByRole("button", { name: /x:hint.*Review/ }).click();
  await dialog.getByRole("application").getByRole("group", { name: "Task, Review" }).waitFor();
  expect(await client.definitions.list()).toEqual([]);
  await dialog.getByRole("button", { name: "Create 2 flows" }).click();
  await page.waitForURL(/\/design\/refund$/);
  expect((await client.definitions.list()).map(({ id }) => id).sort()).toEqual(["pay", "refund"]);

  // What goes out comes in again.
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Export as BPMN" }).click();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download .bpmn" }).click();
  const out = await readFile(await (await download).path(), "utf8");
  expect(out).toContain('<x:hint xmlns:x="urn:x" words="later"');

  // An empty canvas takes a file that is dropped on it.
  await client.drafts.save(
    "mine",
    { definition: { schema: "flowright/workflow/v1", id: "mine", name: "Mine", nodes: [], edges: [] } },
    null,
  );
  await page.goto(`${product.url}/design/mine`);
  await page.getByRole("heading", { name: "Mine" }).waitFor();
  await drop(page, ".edit-canvas", "again.bpmn", out);
  await dialog.getByRole("button", { name: "Take over the drawing" }).click();
  await page
    .getByRole("application", { name: "Flow" })
    .getByRole("group", { name: "Task, Review" })
    .waitFor();
  await page.getByRole("heading", { name: "Mine" }).waitFor();

  // The list takes text that is pasted.
  await page.goto(`${product.url}/design`);
  await page.getByRole("link", { name: "Refund" }).waitFor();
  await paste(page, DRAWING);
  await dialog.getByRole("checkbox", { name: /Refund/ }).uncheck();
  await dialog.getByText("so this one gets the ID “pay-2”").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await client.definitions.list()).toHaveLength(3);
});

async function choose(page: Page, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a .bpmn file" }).click();
  await (await chooser).setFiles({ name, mimeType: "application/xml", buffer: Buffer.from(content) });
}

async function drop(page: Page, on: string, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text ?? ""], file ?? ""));
      return data;
    },
    [name, content],
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent(on, type, { dataTransfer: transfer });
  }
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}
