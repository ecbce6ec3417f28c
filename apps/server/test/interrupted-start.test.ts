import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  browserOf,
  launchServer,
  newFolder,
  postgresPid,
  removeFolder,
  type ServerUnderTest,
  startServer,
  untilGone,
} from "./server-under-test.ts";

describe("a first start that does not come to its end", { timeout: 120_000 }, () => {
  let dataDir = "";
  let server: ServerUnderTest | null = null;

  beforeEach(async () => {
    dataDir = await newFolder();
  });

  afterEach(async () => {
    await server?.end("SIGKILL");
    await removeFolder(dataDir);
  });

  test("while it starts everything but /health/live says when to come back; killed, it makes the sample anew", async () => {
    server = await launchServer({ dataDir });
    await expectComeBackLater(server.url);
    await server.until(/ of \d+ moments of the last fourteen days/);
    await expectComeBackLater(server.url);
    const postgres = await postgresPid(dataDir);
    await server.end("SIGKILL");

    server = await startServer({ dataDir });
    await untilGone(postgres);
    expect(server.output()).toMatch(/The first start was interrupted; the sample is made anew/);
    const manager = await browserOf(server, (client) => client.sessions.enter("lin"));
    const { items } = await manager.instances.list({ limit: 200 });
    expect(items).toHaveLength(20);
    expect(items.reduce((sum, one) => sum + one.openIncidents, 0)).toBe(1);
    expect(await server.end("SIGTERM")).toBe(0);
  });

  test.for([
    ["while the database is made", /creating the database/],
    ["while the sample is made", / of \d+ moments of the last fourteen days/],
  ] as const)("Ctrl-C %s ends everything soon and exits with 0", async ([, moment]) => {
    server = await launchServer({ dataDir });
    await server.until(moment);
    const postgres = await postgresPid(dataDir).catch(() => null);
    const asked = performance.now();
    expect(await server.end("SIGINT")).toBe(0);
    expect(performance.now() - asked).toBeLessThan(20_000);
    expect(server.output()).toMatch(/Stopping:(.*\n)*Stopped\.\n$/);
    expect(server.output()).not.toMatch(/is ready after|Error|\n {4}at /);
    if (postgres !== null) await untilGone(postgres);
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

async function expectComeBackLater(url: string): Promise<void> {
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  for (const path of ["/", "/health/ready", "/api/v1/entry", "/api/openapi.json"]) {
    const answer = await fetch(`${url}${path}`, { headers: { "accept-language": "zh-CN" } });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: "server.starting", fix: "请稍后重试。" });
  }
  const page = await fetch(url, { headers: { accept: "text/html", "accept-language": "en" } });
  expect(page.status).toBe(503);
  expect(await page.text()).toContain("Flowright is starting.");
}
