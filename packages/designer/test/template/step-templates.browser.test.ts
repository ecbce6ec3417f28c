import path from "node:path";
import type { WorkflowDefinition } from "@flowright/definition";
import type { KeptStepTemplate } from "@flowright/templates";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveHarness } from "../harness/serve-harness.ts";
import { openBrowser } from "../open-page.ts";

let server: Awaited<ReturnType<typeof serveHarness>>;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    serveHarness(path.join(import.meta.dirname, "page")),
    openBrowser(),
  ]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function read<Value>(page: Page, label: string): Promise<Value> {
  return JSON.parse((await page.getByLabel(label, { exact: true }).textContent()) ?? "null") as Value;
}

const flowOf = (page: Page) => read<WorkflowDefinition>(page, "Document");
const templatesOf = (page: Page) => read<readonly KeptStepTemplate[]>(page, "Templates");

async function select(page: Page, name: string | RegExp): Promise<void> {
  await page.locator(".react-flow__node").filter({ hasText: name }).first().click();
}

describe("step templates", () => {
  it("are kept from a step, taken from the palette, filled in where open, brought up and left", async () => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.goto(server.url);
    const panel = page.getByRole("complementary", { name: "Details" });
    const dialog = page.getByRole("dialog", { name: "Save as a step template" });

    // Kept from a step: who decides is fixed, how many must agree is not shown.
    await select(page, "Lead decides");
    await panel.getByRole("button", { name: "Save as a step template…" }).click();
    await dialog.getByLabel("Name (English)").fill("Lead of the desk");
    await dialog
      .getByRole("button", { name: /Chinese/ })
      .first()
      .click();
    await dialog.getByLabel("Name (Chinese)").fill("主管把关");
    await dialog.getByLabel("who does it: Fixed").check();
    await dialog.getByLabel("how many must agree: Hidden").check();
    await dialog.getByLabel("Icon 13").check({ force: true });
    await dialog.getByText("Comes along: the form “Refund”, 1 field, these roles: Lead.").waitFor();
    await dialog.getByRole("button", { name: "Save template" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await templatesOf(page)).toMatchObject([
      {
        version: 1,
        content: { id: "lead-of-the-desk", icon: "check", rules: { who: "locked", rule: "hidden" } },
      },
    ]);

    // Found by pinyin in the palette, placed by a click behind the step that is selected.
    const palette = page.getByRole("navigation", { name: "Steps" });
    await palette.getByRole("searchbox").fill("zhuguan");
    await palette.getByRole("button", { name: "Lead of the desk" }).click();
    const ofTemplate = async () =>
      (await flowOf(page)).nodes.filter((node) => "template" in node && node.template !== undefined);
    expect(await ofTemplate()).toMatchObject([{ template: { version: 1 }, form: "lead-of-the-desk-form" }]);

    // The panel says where it comes from, shows what is fixed, and not what is hidden.
    await panel.getByText("From the template “Lead of the desk”").waitFor();
    expect(await panel.getByLabel("Role", { exact: true }).isDisabled()).toBe(true);
    expect(await panel.getByLabel("Who has to agree").count()).toBe(0);
    await panel.getByLabel("Time", { exact: true }).fill("7");

    // The step that it was kept from changes, and becomes the next version.
    await select(page, "Lead decides");
    await panel.getByLabel("Role", { exact: true }).selectOption({ label: "Finance" });
    await panel.getByRole("button", { name: "Save as a step template…" }).click();
    await dialog.getByLabel("Keep it as").selectOption("The next version of “Lead of the desk”");
    expect(await dialog.getByLabel("who does it: Fixed").isChecked()).toBe(true);
    await dialog.getByRole("button", { name: "Save template" }).click();
    await dialog.waitFor({ state: "detached" });

    // What differs is shown before the step is brought up; its own deadline stays; one undo takes it back.
    await page.keyboard.press("Escape");
    await page.locator(".react-flow__node[data-id^=approval]").click();
    await panel.getByText("A newer form exists.").waitFor();
    await panel.getByRole("button", { name: "See what differs" }).click();
    const newer = page.getByRole("dialog", { name: "Newer forms of templates" });
    await newer.getByRole("row", { name: /Finance/ }).waitFor();
    expect(await newer.getByRole("row").allTextContents()).toEqual([
      "Settingisbecomes",
      expect.stringContaining("Finance"),
    ]);
    await newer.getByRole("button", { name: "Update this step" }).click();
    await newer.waitFor({ state: "detached" });
    expect(await ofTemplate()).toMatchObject([
      { who: { role: "fin" }, deadline: { duration: "PT7H" }, template: { version: 2 } },
    ]);
    await page.keyboard.press("Control+z");
    expect(await ofTemplate()).toMatchObject([{ who: { role: "lead" }, template: { version: 1 } }]);

    // Detached, everything is open again.
    await panel.getByRole("button", { name: "Detach from the template" }).click();
    expect(await ofTemplate()).toEqual([]);
    expect(await panel.getByLabel("Who has to agree").isEnabled()).toBe(true);
    await context.close();
  }, 30_000);
});
