import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  createClient,
  type FlowrightClient,
  type InstanceSummary,
  type Page,
  type TaskSummary,
} from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { SAMPLE_WORKSPACE } from "../../sample/workspace.ts";
import { shopSystem } from "../../shop/system.ts";
import { signIn, untilAnswered } from "./patient-client.ts";
import { runProgram, type ServerProcess, serverProcess } from "./server-process.ts";
import { type Shop, shopOfManyOrders } from "./shop-of-many-orders.ts";

export interface CampaignOptions {
  readonly returns: number;
  readonly kills: number;
  /** An empty folder for the server's data and the shop's state. */
  readonly folder: string;
  /** Between 0 and 1, for the moments of the kills. */
  readonly random: () => number;
  readonly log: (line: string) => void;
}

export interface CampaignResult {
  readonly kills: number;
  readonly seconds: number;
  readonly completed: number;
  readonly refunds: number;
  /** Sentences about what went wrong; empty where all promises were kept. */
  readonly broken: readonly string[];
}

const PASSWORD = "campaign-password";
const GIVE_UP_AFTER_MS = 10 * 60_000;

/**
 * People, buyers and carriers carry returns through the flow while the server is killed with -9 again and again.
 * Afterwards every case must be finished, every refund made once, and no task opened twice.
 */
export async function crashCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const { folder, returns, log } = options;
  const began = performance.now();
  const token = randomBytes(24).toString("base64url");
  const dataDir = path.join(folder, "data");
  const shop = await shopOfManyOrders(path.join(folder, "shop"), returns);
  await runProgram(["create-workspace", "crash", "--admin", "boss"], dataDir);
  const server = await serverProcess(dataDir, token);
  await server.start();
  const admin = createClient({ baseUrl: server.url, token });
  const work = new AbortController();
  try {
    await setUp(admin, shop);
    const running = everybodyWorks(server, admin, shop, options, work.signal);
    const killed = await killAgainAndAgain(server, admin, options);
    await untilAllCompleted(admin, returns, log);
    work.abort();
    await running;
    const { completed, refunds, broken } = await judge(admin, shop, returns);
    return { kills: killed, seconds: (performance.now() - began) / 1000, completed, refunds, broken };
  } finally {
    work.abort();
    await server.stop();
    await shop.close();
  }
}

async function setUp(admin: FlowrightClient, shop: Shop): Promise<void> {
  const file = new URL("../../return-handling.json", import.meta.url);
  const definition = JSON.parse(await readFile(file, "utf8")) as WorkflowDefinition;
  for (const { id, name, permissions } of SAMPLE_WORKSPACE.roles) {
    await admin.people.createRole({ id, name, permissions: [...permissions] });
  }
  for (const { user, name, roles } of SAMPLE_WORKSPACE.people) {
    await admin.people.create({ user, name, roles: [...roles], password: PASSWORD });
  }
  await admin.systems.save(shopSystem(shop.url));
  await admin.definitions.publish({ definition });
}

/** Starts all returns and lets the people, the buyers and the carrier act until the signal ends it. */
async function everybodyWorks(
  server: ServerProcess,
  admin: FlowrightClient,
  shop: Shop,
  options: CampaignOptions,
  signal: AbortSignal,
): Promise<void> {
  const people = await Promise.all(
    SAMPLE_WORKSPACE.people.map(({ user }) => signIn(server.url, user, PASSWORD)),
  );
  const loop = async (round: () => Promise<void>) => {
    while (!signal.aborted) {
      await round();
      await delay(50);
    }
  };
  await Promise.all([
    buyersAsk(admin, shop, options.returns),
    loop(() => parcelsMove(admin, shop)),
    ...people.map((person) => loop(() => doTasks(person))),
  ]);
}

async function buyersAsk(admin: FlowrightClient, shop: Shop, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const message = await shop.act("/buyer/returns", { orderNo: `SO-${1001 + index}`, reason: "size" });
    if (message) await send(admin, message);
  }
}

async function parcelsMove(admin: FlowrightClient, shop: Shop): Promise<void> {
  for (const { returnNo, step } of (await shop.state()).returns) {
    const action = { labelled: "ship", shipped: "arrive", offered: "accept" }[step as string];
    const message = action ? await shop.act(`/buyer/returns/${returnNo}/${action}`) : null;
    if (message) await send(admin, message);
  }
}

type ShopMessage = NonNullable<Awaited<ReturnType<Shop["act"]>>>;

async function send(admin: FlowrightClient, message: ShopMessage): Promise<void> {
  const body = { ...message, data: message.data as Record<string, never>, ttl: "P1D" };
  await untilAnswered(() => admin.messages.send(body));
}

async function doTasks(person: FlowrightClient): Promise<void> {
  const { items } = await untilAnswered(() => person.tasks.list({ box: "mine", limit: 20 }));
  for (const task of items) await untilAnswered(() => finish(person, task)).catch(unlessTaken);
}

/** Two people may reach for the same task, and a killed server may have carried out what it did not answer. */
function unlessTaken(error: { status?: number }): void {
  if (error.status !== 409 && error.status !== 404) throw error;
}

async function finish(person: FlowrightClient, task: TaskSummary): Promise<unknown> {
  const once = { idempotencyKey: `campaign-${task.id}` };
  if (task.type === "approval") {
    const checked = task.node === "review_request" ? ["window"] : [];
    return await person.tasks.approve(task.id, { checked }, once);
  }
  if (task.node !== "inspect") throw new Error(`The campaign has no answer for the step ${task.node}`);
  const { variables } = await person.tasks.read(task.id);
  const items = variables.items as { sku: string; qty: number }[];
  const grade = task.id.charCodeAt(task.id.length - 4) % 5 === 0 ? "B" : "A";
  const lines = items.map(({ sku, qty }) => ({ sku, qtyReceived: qty, grade }));
  const data = {
    receivedAt: new Date(0).toISOString(),
    lines,
    ...(grade === "B" ? { deduction: "10.00" } : {}),
  };
  return await person.tasks.complete(task.id, { data, checked: ["count"] }, once);
}

async function killAgainAndAgain(
  server: ServerProcess,
  admin: FlowrightClient,
  { kills, random, log }: CampaignOptions,
): Promise<number> {
  for (let kill = 1; kill <= kills; kill++) {
    await delay(600 + random() * 2_400);
    await server.kill();
    await server.start();
    const { items } = await untilAnswered(() => admin.instances.list({ status: "active", limit: 200 }));
    log(`killed ${kill} of ${kills}; ${items.length} cases under way`);
  }
  return kills;
}

async function untilAllCompleted(
  admin: FlowrightClient,
  returns: number,
  log: (line: string) => void,
): Promise<void> {
  const until = performance.now() + GIVE_UP_AFTER_MS;
  for (let completed = 0; completed < returns; ) {
    if (performance.now() > until) return;
    const now = (await allInstances(admin)).filter(({ status }) => status === "completed").length;
    if (now !== completed) log(`${now} of ${returns} cases completed`);
    completed = now;
    await delay(500);
  }
}

async function allInstances(admin: FlowrightClient): Promise<InstanceSummary[]> {
  const all: InstanceSummary[] = [];
  for (let cursor: string | null = null; ; ) {
    const at: string | null = cursor;
    const page: Page<InstanceSummary> = await untilAnswered(() =>
      admin.instances.list({ limit: 200, ...(at === null ? {} : { cursor: at }) }),
    );
    all.push(...page.items);
    cursor = page.next;
    if (cursor === null) return all;
  }
}

async function judge(admin: FlowrightClient, shop: Shop, returns: number) {
  const broken: string[] = [];
  const cases = await allInstances(admin);
  const completed = cases.filter(({ status }) => status === "completed").length;
  if (cases.length !== returns) broken.push(`${returns} returns were asked for, ${cases.length} cases exist`);
  for (const one of cases.filter(({ status }) => status !== "completed")) {
    const waits = one.waiting.map(({ kind, node }) => `${kind} ${node}`).join(", ");
    broken.push(`${one.number} is ${one.status}, waiting for ${waits}`);
  }
  const { refunds, movements } = await shop.state();
  for (const [what, keys] of [
    ["refunded", refunds.map(({ returnNo }) => returnNo)],
    ["put into stock", movements.map(({ returnNo, sku }) => `${returnNo} ${sku}`)],
  ] as const) {
    for (const key of new Set(keys)) {
      const times = keys.filter((other) => other === key).length;
      if (times > 1) broken.push(`${key} was ${what} ${times} times`);
    }
  }
  for (const { id, number } of cases) {
    const opened = new Map<string, number>();
    const { items } = await admin.instances.events(id, { limit: 200 });
    for (const event of items.flatMap((turn) => turn.events)) {
      if (event.kind === "task.opened") opened.set(event.node, (opened.get(event.node) ?? 0) + 1);
    }
    for (const [node, times] of opened) {
      if (times > 1) broken.push(`${number}: the task at ${node} was opened ${times} times`);
    }
  }
  return { completed, refunds: refunds.length, broken };
}
