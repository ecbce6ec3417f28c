import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import os from "node:os";
import path from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

/** What a careful page allows: its own files and nothing else, no inline script or style. */
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "worker-src 'self'"],
  ...["connect-src 'self'", "img-src 'self' data:", "font-src 'self'"],
].join("; ");
const KINDS: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "flowright-embedding-"));
  const root = path.resolve(import.meta.dirname, "..");
  await build({ root, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  server = createServer(async ({ url = "/" }, response) => {
    const file = path.join(folder, path.normalize(new URL(url, "http://page").pathname));
    const content = await readFile(file).catch(() => null);
    response.writeHead(content === null ? 404 : 200, {
      "content-type": KINDS[path.extname(file)] ?? "application/octet-stream",
      "content-security-policy": POLICY,
    });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const executablePath = process.env["CHROMIUM_PATH"];
  browser = await chromium.launch({
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    ...(executablePath ? { executablePath } : {}),
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 1900 } });
  page.setDefaultTimeout(10_000);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const address = server.address();
  await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/everything.html`);
  await part("To look at")
    .getByRole("group", { name: /^Approval, Approve/ })
    .waitFor();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const part = (name: string): Locator => page.getByRole("region", { name, exact: true });
const step = (where: string, name: RegExp) => part(where).getByRole("group", { name });
const told = (words: RegExp) => page.getByLabel("Told", { exact: true }).getByText(words).waitFor();

test("overlays stand on the steps of designer and viewer, and are read with them", async () => {
  for (const where of ["Kept by the page", "To look at"]) {
    await step(where, /Approve,.*12.*Agreed: four hours/).waitFor();
    await part(where).getByText("SLA 4 h", { exact: true }).waitFor();
    const heat = step(where, /Approval, Approve,/).locator("[data-heat]");
    expect(await heat.evaluate((element) => getComputedStyle(element).getPropertyValue("--fw-heat"))).toBe(
      "0.8",
    );
  }
  expect(await part("Kept by the designer").getByText("SLA 4 h").count()).toBe(0);
});

test("texts of the page come in the place of the designer's own, in that designer alone", async () => {
  await part("Kept by the page").getByRole("button", { name: "Rehearse" }).waitFor();
  await part("Kept by the page")
    .getByRole("button", { name: /All is well/ })
    .waitFor();
  await part("Kept by the designer").getByRole("button", { name: "没有问题" }).waitFor();
});

test("each designer has its own document, selection and keys", async () => {
  await step("Kept by the page", /Approval, Approve,/).click();
  await told(/4 steps, .* selected: approve/);
  await page.keyboard.press("Control+s");
  await told(/saved: 1/);
  await step("Kept by the designer", /审批.主管审批/).click();
  await page.keyboard.press("Delete");
  await step("Kept by the designer", /审批.主管审批/).waitFor({ state: "detached" });
  await told(/^4 steps, .* selected: approve/);
  // With the focus nowhere the keys belong to the designer that was touched last.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Control+z");
  await step("Kept by the designer", /审批.主管审批/).waitFor();
  await step("Kept by the page", /Approval, Approve,/).click();
  await page.keyboard.press("Delete");
  await told(/^3 steps/);
  await step("To look at", /Approval, Approve,/).waitFor({ state: "detached" });
  await step("Kept by the designer", /审批.主管审批/).waitFor();
  await told(/[1-9]\d* problems/);
  await page.keyboard.press("Control+z");
  await told(/^4 steps, 0 problems/);
});

test("read only, nothing is changed by keys or tools", async () => {
  await page.getByLabel("Look only").check();
  await step("Kept by the page", /Approval, Approve,/).click();
  await page.keyboard.press("Delete");
  await told(/^4 steps/);
  expect(await part("Kept by the page").getByRole("navigation", { name: "Steps" }).count()).toBe(0);
});

test("all of it under a policy without inline scripts and styles, with workers of the page itself", () => {
  expect(page.workers().length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
