import { expect } from "vitest";
import { enterAs, type Walker } from "./walker.ts";

/** Minute 2: the browser's language, the switch in sight, everybody of the sample, a workspace of one's own. */
export async function entryPage(walker: Walker): Promise<void> {
  const { words, product } = walker;
  const page = await walker.open("Newcomer");
  await page.goto(product.url);
  const people = page.getByRole("list").getByRole("button");
  await people.first().waitFor();
  expect(await people.count()).toBe(words.everyone.length);
  for (const name of words.everyone) await page.getByRole("button", { name }).waitFor();
  await page.getByRole("button", { name: words.ownWorkspace }).waitFor();
  await walker.picture(page, "02-entry");
  await page.getByRole("button", { name: words.otherLanguage, exact: true }).click();
  await page.getByRole("button", { name: words.ownWorkspace }).waitFor({ state: "hidden" });
  await page.reload();
  await page.getByRole("button", { name: words.otherLanguage, exact: true }).waitFor({ state: "hidden" });
}

/** Minute 2, the other way: a workspace of one's own begins empty. */
export async function ownWorkspace(walker: Walker): Promise<void> {
  const { words, product } = walker;
  const page = await walker.open("Own workspace");
  await page.goto(product.url);
  await page.getByRole("button", { name: words.ownWorkspace }).click();
  const rail = page.getByRole("navigation", { name: words.places });
  await rail.getByRole("link", { name: words.design }).click();
  await page.getByText(words.noFlows).waitFor();
  await walker.picture(page, "02-own-workspace");
}

/** Minutes 3 and 4: live numbers on the diagram, the incident with the call and the answer, another try. */
export async function liveFlowAndIncident(walker: Walker): Promise<void> {
  const { words } = walker;
  const page = await walker.open("Lin at Monitor");
  await enterAs(page, walker, "lin");
  await page
    .getByRole("navigation", { name: words.places })
    .getByRole("link", { name: words.monitor })
    .click();
  const diagram = page.getByRole("region", { name: words.liveDiagram });
  for (const numbers of words.waitingAt) await diagram.getByRole("group", { name: numbers }).waitFor();
  const refund = diagram.getByRole("group", { name: words.refundStep });
  await refund.waitFor();
  await walker.picture(page, "03-monitor");

  await refund.click();
  const incident = page.getByRole("region", { name: words.incident });
  await incident.getByText(words.shopSilent).first().waitFor();
  await incident.getByRole("region", { name: words.call, exact: true }).getByText("/api/refunds").waitFor();
  await incident.getByRole("region", { name: words.answer, exact: true }).getByText("shop.down").waitFor();
  await walker.picture(page, "04-incident");
  const caseLink = incident.getByRole("link", { name: /^RET-/ });
  const number = (await caseLink.textContent()) ?? "";
  await incident.getByRole("button", { name: words.retry, exact: true }).click();
  await page.getByText(words.solved).waitFor();
  await refund.waitFor({ state: "hidden" });
  await walker.picture(page, "04-solved");
  await page.getByRole("region", { name: words.incident }).getByRole("link", { name: number }).click();
  await page.getByText(words.finished, { exact: true }).first().waitFor();
  await walker.picture(page, "04-case");
  const { items } = await walker.admin.instances.list({ search: number });
  expect(items.map(({ status, openIncidents }) => ({ status, openIncidents }))).toEqual([
    { status: "completed", openIncidents: 0 },
  ]);
}
