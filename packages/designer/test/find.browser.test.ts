import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser, openPage, openSteps } from "./open-page.ts";

vi.setConfig({ testTimeout: 30_000 });

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  [browser, harness] = await Promise.all([openBrowser(), serveHarness()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await harness?.close();
});

it("finds in both views, says how many, and goes from hit to hit", async () => {
  const page = await openPage(browser, harness.url, "flow=refund");
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "Find in this flow" }).fill("pa");
  const said = page.getByRole("search").getByRole("status");
  await expect.poll(() => said.textContent()).toMatch(/^\d+ found\. 1 of \d+: /);
  const first = await said.textContent();
  await page.keyboard.press("Enter");
  await expect.poll(() => said.textContent()).toMatch(/ 2 of \d+: /);
  await page.keyboard.press("Shift+Enter");
  await expect.poll(() => said.textContent()).toBe(first);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("search").count()).toBe(0);
  await page.context().close();

  const column = await openSteps(browser, harness.url, "flow=refund&language=zh-CN&theme=dark");
  await column.keyboard.press("Control+f");
  await column.getByRole("textbox", { name: "在本流程中查找" }).fill("tuikuan");
  await expect
    .poll(() => column.getByRole("search").getByRole("status").textContent())
    .toMatch(/^找到 \d+ 处/);
  await column.context().close();
});

it("an input method keeps its keys: neither Enter nor Ctrl+Enter takes a word that is being composed", async () => {
  const page = await openPage(browser, harness.url, "flow=small&comments&language=zh-CN");
  const cdp = await page.context().newCDPSession(page);
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "在本流程中查找" });
  await field.waitFor();
  await cdp.send("Input.imeSetComposition", { text: "shenpi", selectionStart: 6, selectionEnd: 6 });
  await cdp.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Process",
    code: "Enter",
    windowsVirtualKeyCode: 229,
  });
  expect(await page.getByRole("search").count()).toBe(1);
  await cdp.send("Input.insertText", { text: "审批" });
  expect(await field.inputValue()).toBe("审批");
  await page.keyboard.press("Escape");

  await page.keyboard.press("m");
  await page.mouse.click(720, 620);
  const comment = page.getByRole("textbox", { name: "填写批注" });
  await comment.waitFor();
  await cdp.send("Input.imeSetComposition", { text: "jine", selectionStart: 4, selectionEnd: 4 });
  await cdp.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Enter",
    code: "Enter",
    modifiers: 2,
    windowsVirtualKeyCode: 229,
  });
  expect(await comment.count()).toBe(1);
  await cdp.send("Input.insertText", { text: "金额" });
  await page.keyboard.press("Control+Enter");
  await page.getByRole("complementary", { name: "批注" }).getByText("金额", { exact: true }).waitFor();
  await page.context().close();
});

it("the palette of commands finds commands, steps, flows by initials and cases, and carries them out", async () => {
  const page = await openPage(browser, harness.url, "flow=refund");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Command, step, flow or case" });
  await field.fill("thcl");
  await page.getByRole("option", { name: "Returns" }).waitFor();
  await field.fill("77");
  await page.getByRole("option", { name: "Case 77" }).click();
  expect(new URL(page.url()).hash).toBe("#case");
  await page.keyboard.press("Control+k");
  await field.fill("canvas or steps");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Steps", exact: true, pressed: true }).waitFor();
  await page.keyboard.press("Control+k");
  await expect.poll(() => page.getByRole("option").first().textContent()).toMatch(/^Canvas or steps/);
  await page.context().close();
});

it("a comment stands at a step, is answered and resolved; one on a removed step stays listed", async () => {
  const page = await openPage(browser, harness.url, "flow=small&comments");
  await page.getByRole("button", { name: "Comments, 1 new" }).click();
  const list = page.getByRole("complementary", { name: "Comments" });
  await list.getByText("Step removed: “Old check”").waitFor();
  await page.getByRole("group", { name: /^Task/ }).first().click();
  await page.keyboard.press("m");
  await list.getByRole("textbox", { name: "Your comment" }).fill("Who decides?");
  await page.keyboard.press("Control+Enter");
  await list.getByRole("textbox", { name: "Your answer" }).fill("I do.");
  await list.getByRole("button", { name: "Reply" }).click();
  // With the list closed a thread opens beside its pin.
  await list.getByRole("button", { name: "Close comments" }).click();
  const pin = page.getByRole("button", { name: "Comment by Lin: Who decides?" });
  const beside = page.getByRole("dialog", { name: "Comment by Lin: Who decides?" });
  await pin.click();
  await beside.getByText("I do.").waitFor();
  await page.keyboard.press("Escape");
  expect(await beside.count()).toBe(0);
  await pin.click();
  await beside.getByRole("button", { name: "All comments" }).click();
  await list.getByRole("button", { name: "Resolve", exact: true }).click();
  await list.getByRole("button", { name: "Reopen" }).waitFor();
  expect(await page.getByRole("button", { name: "Comment by Lin: Who decides?" }).count()).toBe(0);
  await page.context().close();
});

it("notes are written on the ground; keys of one character can be off; tips go for good", async () => {
  const page = await openPage(browser, harness.url, "flow=small&tips&document");
  await page.getByRole("region", { name: "First tips" }).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByText("Tip 2 of 4").waitFor();
  await page.getByRole("button", { name: "Do not show again" }).last().click();
  await page.keyboard.press("Shift+S");
  await page.getByRole("textbox", { name: "Text of the note" }).fill("**Spring** sale");
  await page.keyboard.press("Escape");
  await page
    .getByRole("article", { name: "Note: **Spring** sale" })
    .getByText("Spring", { exact: true })
    .waitFor();
  await page.keyboard.press("?");
  await page.getByRole("searchbox", { name: "Search keys" }).fill("put a note");
  await page.getByText("1 found").waitFor();
  await page.getByRole("switch", { name: /^Keys of one character/ }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("group", { name: /^Task/ }).first().click();
  await page.keyboard.press("Shift+S");
  expect(await page.getByRole("article", { name: /^Note/ }).count()).toBe(1);
  await page.reload();
  await page.getByRole("application").waitFor();
  expect(await page.getByRole("region", { name: "First tips" }).count()).toBe(0);
  await page.context().close();
});
