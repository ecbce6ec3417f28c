import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { PHONE } from "../product/visitors.ts";
import type { Walker } from "./walker.ts";

const ORDER = "SO-1023";
/** What a camera would give, as small as a picture can be. */
const PHOTO = {
  name: "goods.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** Minute 7: what the terminal prints for a phone, and the inspection done on it, with a photo. */
export async function inspectionOnPhone(walker: Walker): Promise<void> {
  const { words, product } = walker;
  await expect.poll(() => product.terminal(), { timeout: 20_000 }).toMatch(/^ {4}sun /m);
  const printed = product.terminal();
  expect(printed).toMatch(/[▀▄█]{8}/);
  expect(printed).toContain(words.oneClickOff);
  expect(printed).toContain(words.freshPasswords);
  const password = /^ {4}li +(\S+) /m.exec(printed)?.[1] ?? "";
  expect(password).not.toBe("");

  const page = await walker.open("Li on a phone", PHONE);
  await page.goto(product.url);
  await page.getByRole("textbox", { name: words.userName }).fill("li");
  expect(await page.getByRole("button", { name: words.enterAs("li") }).count()).toBe(0);
  await page.getByRole("textbox", { name: words.password }).fill(password);
  await walker.picture(page, "07-sign-in");
  await page.getByRole("button", { name: words.signIn, exact: true }).tap();
  await page.getByRole("link", { name: ORDER }).waitFor();
  await walker.picture(page, "07-inbox");
  await page.getByRole("link", { name: ORDER }).tap();
  await page.getByRole("heading", { name: words.inspect }).waitFor();
  await fillInspection(page, walker);
  await page.getByRole("button", { name: words.complete, exact: true }).tap();
  await page.getByText(words.completed).waitFor();
  const { items } = await walker.admin.instances.list({ search: ORDER });
  const [one] = items;
  expect(one?.waiting.map(({ node }) => node)).toEqual(["finance_review"]);
  const { variables } = await walker.admin.instances.read(one?.id ?? "");
  expect(variables).toMatchObject({ lines: [{ sku: "SH-RUN-42", grade: "A", photo: expect.any(String) }] });
}

async function fillInspection(page: Page, walker: Walker): Promise<void> {
  const { inspection, withinCount } = walker.words;
  await page.getByRole("button", { name: inspection.addRow }).tap();
  const row = page.getByRole("row", { name: inspection.row });
  await row.getByRole("textbox", { name: "SKU" }).fill("SH-RUN-42");
  await row.getByLabel(inspection.received).fill("1");
  await row.getByText(inspection.grade, { exact: true }).tap();
  const chooser = page.waitForEvent("filechooser");
  await row.getByText(inspection.takePhoto, { exact: true }).tap();
  await (await chooser).setFiles(PHOTO);
  await row.getByRole("img").waitFor();
  await walker.picture(page, "07-photo");
  await page.getByRole("checkbox", { name: withinCount }).tap();
  await walker.picture(page, "07-inspection");
}
