import { createClient, type FlowrightClient } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { drawn, type Screen, screen, type Visit } from "./screens.ts";

const RETURN_FLOW = "return-handling";
const PAIR = "both-change-it";

/** Two processes, the first of which calls the second, and a hint of the tool that drew them. */
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

/** States of the place Design around the designer, which are looked at besides the screens of every test. */
export function designScreens(): Screen[] {
  return [
    screen("design templates", "lin", "/templates", ({ page, say }) =>
      page.getByRole("heading", { name: say("Templates", "模板"), level: 1 }).waitFor(),
    ),
    screen("design template used", "lin", "/templates", async ({ page, say }) => {
      await page
        .getByRole("button", { name: say("Use:", "使用：") })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    }),
    screen("design import", "lin", "/design", importing),
    screen("design import report", "lin", "/design", async (visit) => {
      const { page, say } = visit;
      await importing(visit);
      const chosen = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: say("Choose a .bpmn file", "选择 .bpmn 文件") }).click();
      await (await chosen).setFiles({
        name: "refund.bpmn",
        mimeType: "application/xml",
        buffer: Buffer.from(DRAWING),
      });
      await page.getByRole("tab", { name: say("Report", "报告") }).click();
    }),
    screen("design menu", "lin", `/design/${RETURN_FLOW}`, async (visit) => {
      await drawn(visit);
      await more(visit);
    }),
    screen("design export", "lin", `/design/${RETURN_FLOW}`, async (visit) => {
      await drawn(visit);
      await more(visit);
      await visit.page.getByRole("menuitem", { name: "BPMN" }).first().click();
      await visit.page.getByRole("dialog").waitFor();
    }),
    { name: "design conflict", as: "lin", open: conflict },
  ];
}

async function more({ page, say }: Visit): Promise<void> {
  await page.getByRole("button", { name: say("More", "更多"), exact: true }).click();
  await page.getByRole("menu").waitFor();
}

async function importing({ page, say }: Visit): Promise<void> {
  await page.getByRole("button", { name: say("Import BPMN", "导入 BPMN") }).click();
  await page.getByRole("dialog").waitFor();
}

/** Somebody else saves the draft while this page is offline and changes it. */
async function conflict({ page, places, say }: Visit): Promise<void> {
  const entry = createClient({ baseUrl: places.url });
  const client = createClient({
    baseUrl: places.url,
    token: (await entry.sessions.enterInTab("lin")).secret,
  });
  await saved(client, "Refund");
  await page.goto(`${places.url}/design/${PAIR}`);
  await drawn({ page, say });
  await page.context().setOffline(true);
  try {
    const name = page.getByRole("textbox", { name: say("Name of the flow", "流程名称") }).first();
    if (!(await name.isVisible())) {
      await page.getByRole("button", { name: say("Details", "属性"), exact: true }).click();
    }
    await name.fill(say("Refund in a day", "一天内退款"));
    await saved(client, "Refund by post");
  } finally {
    await page.context().setOffline(false);
  }
  const close = page.getByRole("button", { name: say("Close details", "关闭属性") });
  if ((page.viewportSize()?.width ?? 0) < 800 && (await close.isVisible())) await close.click();
  await page.getByRole("alert").first().waitFor();
}

async function saved(client: FlowrightClient, name: string): Promise<void> {
  const definition: WorkflowDefinition = {
    schema: "flowright/workflow/v1",
    id: PAIR,
    name,
    nodes: [
      { id: "start", kind: "start", position: { x: 0, y: 12 } },
      { id: "check", kind: "manualTask", name: { en: "Check", "zh-CN": "核对" }, position: { x: 120, y: 0 } },
      { id: "end", kind: "end", position: { x: 420, y: 12 } },
    ],
    edges: [
      { id: "e1", source: "start", target: "check" },
      { id: "e2", source: "check", target: "end" },
    ],
  };
  const before = await client.drafts.read(PAIR).catch(() => null);
  await client.drafts.save(PAIR, { definition: { ...definition } }, before?.revision ?? null);
}
