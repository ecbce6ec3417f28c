import { createClient, type FlowrightClient } from "@flowright/client";
import type { Page } from "playwright-core";

export type Language = "en" | "zh-CN";

/** The addresses of the product and of the shop stand-in beside it. */
export interface Places {
  readonly url: string;
  readonly shopUrl: string;
}

/** Where a screen is opened, and in which words. */
export interface Visit {
  readonly places: Places;
  readonly page: Page;
  /** The words of the language on screen. */
  say(en: string, zh: string): string;
  readonly sample: SamplePlaces;
}

/** One screen of the product, as somebody gets to it. */
export interface Screen {
  readonly name: string;
  /** Whose screen it is; null: nobody has entered yet. */
  readonly as: string | null;
  open(visit: Visit): Promise<void>;
}

/** What the sample holds, looked up once. */
export interface SamplePlaces {
  /** Cases by what they show. */
  readonly running: string;
  readonly failed: string;
  /** What the flows, the shop and its buyers say, in whatever language. */
  readonly data: ReadonlySet<string>;
  /** The first task of each step, with somebody who may do it. */
  readonly tasks: readonly { readonly id: string; readonly user: string; readonly step: string }[];
}

const RETURN_FLOW = "return-handling";
const FAULTY_FLOW = "faulty";

/** Reads the sample's cases and tasks, and adds a draft with problems. */
export async function prepareScreens({ url, shopUrl }: Places): Promise<SamplePlaces> {
  const entry = createClient({ baseUrl: url });
  const clientOf = async (user: string): Promise<FlowrightClient> =>
    createClient({ baseUrl: url, token: (await entry.sessions.enterInTab(user)).secret });
  const lin = await clientOf("lin");
  // A product that has been looked at before has the draft already.
  await lin.drafts.save(FAULTY_FLOW, { definition: faultyFlow() }, null).catch(() => null);
  const tasks = new Map<string, { id: string; user: string; step: string }>();
  for (const user of ["wang", "zhao", "li", "chen", "sun"]) {
    const { items } = await (await clientOf(user)).tasks.list({ box: "mine" });
    for (const { id, node } of items) if (!tasks.has(node)) tasks.set(node, { id, user, step: node });
  }
  const [incident] = (await lin.incidents.list({ open: true })).items;
  const [running] = (await lin.instances.list({ status: "active", incident: false })).items;
  if (!incident || !running || tasks.size === 0)
    throw new Error("The sample lacks cases, tasks or its incident");
  const data = new Set<string>();
  collectTexts((await lin.definitions.read(RETURN_FLOW)).definition, data);
  collectTexts(faultyFlow(), data);
  collectTexts(await (await fetch(`${shopUrl}/state`)).json(), data);
  collectTexts(incident.params, data);
  return {
    data,
    running: running.id,
    failed: incident.instanceId,
    tasks: [...tasks.values()],
  };
}

/** Every string in it, at any depth. */
function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) collectTexts(part, into);
}

function faultyFlow() {
  return {
    schema: "flowright/workflow/v1" as const,
    id: FAULTY_FLOW,
    name: { en: "Price check", "zh-CN": "价格核对" },
    nodes: [
      { id: "start", kind: "start" as const, trigger: { type: "none" as const } },
      {
        id: "approve",
        kind: "approval" as const,
        name: { en: "Check the price", "zh-CN": "核对价格" },
        who: { type: "role" as const, role: "cs" },
        rule: { type: "any" as const },
      },
    ],
    edges: [{ id: "e1", source: "start", target: "approve" }],
  };
}

/** Every screen. The first of each person enters by the address, so that one page serves one person. */
export function screensOf({ tasks }: SamplePlaces): Screen[] {
  return [
    screen("entry", null, "/enter", ({ page, say }) =>
      page
        .getByRole("button", { name: say("Enter as", "身份进入") })
        .first()
        .waitFor(),
    ),
    { name: "shop", as: null, open: openShop },
    ...tasks.map(({ id, user, step }) =>
      screen(`task ${step}`, user, `/work?task=${id}`, ({ page }) =>
        page.getByRole("main").getByRole("heading", { level: 1 }).waitFor(),
      ),
    ),
    screen("inbox", "wang", "/work", ({ page, say }) =>
      page.getByRole("region", { name: say("Tasks", "任务"), exact: true }).waitFor(),
    ),
    screen("claim", "wang", "/work?box=available"),
    screen("done", "wang", "/work?box=done"),
    screen("empty inbox", "lin", "/work"),
    screen("keys", "wang", "/work", async ({ page, say }) => {
      await page.getByRole("region", { name: say("Tasks", "任务"), exact: true }).waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: say("Keys", "快捷键") }).waitFor();
    }),
    screen("start", "wang", "/start", ({ page, say }) =>
      page.getByRole("main").getByText(say("Customer return handling", "客户退货处理")).first().waitFor(),
    ),
    screen("start form", "wang", `/start/${RETURN_FLOW}`, ({ page }) =>
      page.getByRole("main").getByRole("textbox").first().waitFor(),
    ),
    screen("started", "wang", "/started"),
    screen("case", "lin", "", undefined, ({ running }) => `/cases/${running}`),
    screen("case with incident", "lin", "", undefined, ({ failed }) => `/cases/${failed}`),
    screen("search", "lin", "/monitor/cases", async ({ page, say }) => {
      await page.getByRole("button", { name: say("Search cases", "搜索流程实例") }).click();
      await page.getByRole("combobox", { name: say("Order number", "订单号") }).fill("SO-10");
      await page.getByRole("option").nth(4).waitFor();
    }),
    screen("me", "lin", "/started", async ({ page, say }) => {
      await page.getByRole("button", { name: say(", menu", "，菜单") }).click();
      await page.getByRole("menuitem", { name: say("Sign out", "退出登录") }).waitFor();
    }),
    screen("password", "lin", "/started", async ({ page, say }) => {
      await page.getByRole("button", { name: say(", menu", "，菜单") }).click();
      await page.getByRole("menuitem", { name: say("Change password", "修改密码") }).click();
      await page.getByRole("dialog").getByRole("textbox").first().waitFor();
    }),
    screen("flows", "lin", "/design", ({ page, say }) =>
      page.getByRole("main").getByText(say("Customer return handling", "客户退货处理")).first().waitFor(),
    ),
    screen("new flow", "lin", "/design?new=true", ({ page, say }) =>
      page.getByRole("dialog", { name: say("New flow", "新建流程") }).waitFor(),
    ),
    screen("decision tables", "lin", "/decisions", ({ page, say }) =>
      page.getByRole("heading", { name: say("Decision tables", "决策表") }).waitFor(),
    ),
    screen("designer", "lin", `/design/${RETURN_FLOW}`, drawn),
    screen("designer step", "lin", `/design/${RETURN_FLOW}`, async (visit) => {
      await drawn(visit);
      await editStep(visit);
    }),
    screen("designer form", "lin", `/design/${RETURN_FLOW}`, async (visit) => {
      const { page, say } = visit;
      await drawn(visit);
      await editStep(visit);
      await page.getByRole("button", { name: say("Edit form", "编辑表单"), exact: true }).click();
      await page.getByRole("dialog", { name: say("Form:", "表单：") }).waitFor();
    }),
    screen("designer problems", "lin", `/design/${FAULTY_FLOW}`, async (visit) => {
      const { page, say } = visit;
      await drawn(visit);
      const problems = page.getByRole("region", { name: say("Problems", "问题") });
      await problems.getByRole("button", { name: say("error", "错误") }).click();
      await problems.getByRole("listitem").first().waitFor();
    }),
    screen("designer try", "lin", `/design/${RETURN_FLOW}`, async (visit) => {
      const { page, say } = visit;
      await drawn(visit);
      await page.getByRole("button", { name: say("Try the flow", "试运行") }).click();
      await page.getByRole("region", { name: say("Try the flow", "试运行") }).waitFor();
    }),
    screen("designer keys", "lin", `/design/${RETURN_FLOW}`, async (visit) => {
      const { page, say } = visit;
      await drawn(visit);
      await page.getByRole("button", { name: say("Keyboard shortcuts", "快捷键") }).click();
      await page.getByRole("dialog", { name: say("Keyboard shortcuts", "快捷键") }).waitFor();
    }),
    screen("publish", "lin", `/design/${RETURN_FLOW}`, (visit) => publishing(visit)),
    screen("publish with problems", "lin", `/design/${FAULTY_FLOW}`, (visit) => publishing(visit)),
    screen("versions", "lin", `/design/${RETURN_FLOW}`, async (visit) => {
      const { page, say } = visit;
      await drawn(visit);
      await page.getByRole("button", { name: say("More", "更多"), exact: true }).click();
      await page.getByRole("menuitem", { name: say("Versions", "版本") }).click();
      await page.getByRole("dialog", { name: say("Versions", "版本") }).waitFor();
    }),
    screen("version", "lin", `/design/${RETURN_FLOW}?version=1`),
    screen("monitor", "lin", "/monitor", async ({ page, say }) => {
      await page
        .getByRole("main")
        .getByText(say("Customer return handling", "客户退货处理"))
        .first()
        .waitFor();
      await page.getByRole("main").getByRole("group").first().waitFor();
    }),
    screen("monitor step", "lin", `/monitor?flow=${RETURN_FLOW}&step=review_request`),
    screen("monitor cases", "lin", "/monitor/cases"),
    screen("batches", "lin", "/monitor/batches"),
    screen("incidents", "lin", "/monitor/incidents"),
    screen("people", "lin", "/admin/people"),
    screen("add person", "lin", "/admin/people", async ({ page, say }) => {
      await page.getByRole("button", { name: say("Add person", "添加人员") }).click();
      await page.getByRole("dialog").waitFor();
    }),
    screen("roles", "lin", "/admin/roles"),
    screen("tokens", "lin", "/admin/tokens"),
    screen("systems", "lin", "/admin/systems"),
    screen("system", "lin", "/admin/systems/shop"),
    screen("nothing there", "lin", "/nowhere"),
  ];
}

/** A screen with an address of its own; what `then` does comes after. */
export function screen(
  name: string,
  as: string | null,
  address: string,
  then: (visit: Visit) => Promise<unknown> = async () => undefined,
  addressIn: (sample: SamplePlaces) => string = () => address,
): Screen {
  return {
    name,
    as,
    open: async (visit) => {
      const { page, places, sample } = visit;
      await page.goto(`${places.url}${addressIn(sample)}`);
      // The entry page loads its parts by itself.
      if (as !== null) await page.getByRole("main").waitFor();
      await settled(page);
      await then(visit);
      await settled(page);
    },
  };
}

async function openShop({ page, places, say }: Visit): Promise<void> {
  await page.goto(places.shopUrl);
  await page.getByRole("heading", { name: say("Orders", "订单"), exact: true }).waitFor();
  await page.getByRole("table").nth(2).waitFor();
}

/** Waits until nothing is being loaded any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  const loading = page.locator(
    '[aria-busy="true"], .mantine-Skeleton-root[data-visible], .mantine-Loader-root',
  );
  for (const until = performance.now() + 10_000; (await loading.count()) > 0; ) {
    if (performance.now() > until) throw new Error(`Still loading: ${page.url()}`);
    await page.waitForTimeout(40);
  }
}

export async function drawn({ page, say }: Pick<Visit, "page" | "say">): Promise<void> {
  const canvas = page.getByRole("application", { name: say("Flow", "流程画布") }).getByRole("group");
  // On a phone a flow is a column of steps to begin with.
  const column = page.getByRole("region", { name: say("Steps of the flow", "流程步骤") }).getByRole("button");
  await canvas.or(column).first().waitFor();
}

async function editStep({ page, say }: Visit): Promise<void> {
  const name = say("Approval, Review the request", "审批，申请审核");
  await page.getByRole("group", { name }).or(page.getByRole("button", { name })).click();
  const panel = page.getByRole("complementary", { name: say("Details", "属性") });
  // On a phone a tap selects, and what can be done with it is offered below.
  if (!(await panel.isVisible()))
    await page.getByRole("button", { name: say("Edit", "编辑"), exact: true }).click();
  await panel.getByRole("textbox").first().waitFor();
}

async function publishing(visit: Visit): Promise<void> {
  const { page, say } = visit;
  await drawn(visit);
  await page.getByRole("button", { name: say("Publish version", "发布第") }).click();
  await page.getByRole("dialog", { name: say("Publish", "发布") }).waitFor();
}
