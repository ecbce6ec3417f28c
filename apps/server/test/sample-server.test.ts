import { request } from "node:http";
import { createClient, type FlowrightClient } from "@flowright/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAlive } from "../src/postgres/process-identity.ts";
import {
  browserOf,
  newFolder,
  postgresPid,
  removeFolder,
  runFlowright,
  type ServerUnderTest,
  startServer,
  untilGone,
} from "./server-under-test.ts";

/** One life of a data folder: each test goes on where the one before it ended. */
describe("a server with the sample, from the first start on", { timeout: 120_000 }, () => {
  let dataDir = "";
  let server: ServerUnderTest;
  let manager: FlowrightClient;

  beforeAll(async () => {
    dataDir = await newFolder();
    server = await startServer({ dataDir });
    manager = await browserOf(server, (client) => client.sessions.enter("lin"));
  }, 120_000);

  afterAll(async () => {
    await server?.end("SIGKILL");
    await removeFolder(dataDir);
  });

  test("tells its steps, says something at least every two seconds, and where to go", () => {
    for (const step of [
      /Starting Flowright on http:\/\/localhost:\d+/,
      /PostgreSQL: creating the database/,
      /PostgreSQL: ready on port \d+/,
      /Database: \d+ migrations carried out/,
      /Sample workspace: people, the return flow/,
      /Sample workspace: ready after/,
      /Flowright is ready after [\d.]+ s: http:\/\/localhost:\d+/,
      /The shop stand-in .*http:\/\/127\.0\.0\.1:\d+/,
      /Ctrl-C stops it/,
    ]) {
      expect(server.output()).toMatch(step);
    }
    const moments = server.spoke();
    const silences = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    // A busy machine may be a little late.
    expect(Math.max(...silences)).toBeLessThan(4_000);
  });

  test("is ready, and offers the six people to a browser on this machine alone", async () => {
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    const entry = await createClient({ baseUrl: server.url }).sessions.entryOptions();
    expect(entry).toMatchObject({ oneClick: true, ownWorkspace: true });
    expect(entry.people.map(({ user }) => user).sort()).toEqual(["chen", "li", "lin", "sun", "wang", "zhao"]);
    for (const { workspace } of entry.people) expect(workspace).toContain("Sample shop");
  });

  test("refuses one-click entry to a page that only pretends to be on this machine", async () => {
    const options = await asHost(server.port, "rebound.example", "GET", "/api/v1/entry");
    expect(JSON.parse(options.body)).toMatchObject({ oneClick: false, people: [] });
    const entered = await asHost(server.port, "rebound.example", "POST", "/api/v1/enter", { user: "lin" });
    expect(entered.status).toBe(403);
    expect(JSON.parse(entered.body)).toMatchObject({ code: "entry.closed" });
  });

  test("has twenty cases, two of them overdue, and exactly one open incident", async () => {
    const { items } = await manager.instances.list({ limit: 200 });
    expect(items).toHaveLength(20);
    expect(items.filter((one) => one.overdueTasks > 0)).toHaveLength(2);
    expect(items.reduce((sum, one) => sum + one.openIncidents, 0)).toBe(1);
    expect((await manager.incidents.list({ open: true })).items).toHaveLength(1);
    const oldest = Math.min(...items.map(({ startedAt }) => Date.parse(startedAt)));
    expect(Date.now() - oldest).toBeGreaterThan(10 * 86_400_000);
  });

  test("a second server on the same data folder is refused, and told the pid of the first", async () => {
    for (const [LANG, sentence] of [
      ["C", `Another Flowright server (process ${server.pid})`],
      ["zh_CN.UTF-8", `另一个 Flowright 服务器（进程 ${server.pid}）`],
    ] as const) {
      const second = await runFlowright(["start", "--no-open"], { FLOWRIGHT_DATA: dataDir, PORT: "0", LANG });
      expect(second.code).toBe(1);
      expect(second.output.trim()).toContain(sentence);
      expect(second.output.trim().split("\n")).toHaveLength(1);
    }
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });

  test("Ctrl-C ends server, shop and PostgreSQL, and exits with 0", async () => {
    const postgres = await postgresPid(dataDir);
    const shop = shopAddress(server);
    expect((await fetch(shop)).ok).toBe(true);
    expect(await server.end("SIGINT")).toBe(0);
    expect(server.output()).toMatch(/Stopping:.*\n(.*\n)*Stopped\.\n$/);
    expect(isAlive(postgres)).toBe(false);
    await expect(fetch(shop)).rejects.toThrow();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test("the second start is quick and finds everything as it was", async () => {
    server = await startServer({ dataDir });
    const seconds = (performance.now() - server.began) / 1000;
    console.log(`second start: ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(30);
    expect(server.output()).not.toMatch(/creating|migrations|Sample workspace/);
    manager = await browserOf(server, (client) => client.sessions.enter("lin"));
    expect((await manager.instances.list({ limit: 200 })).items).toHaveLength(20);
  });

  test("after kill -9 the next start recovers by itself, and nothing is left over", async () => {
    const postgres = await postgresPid(dataDir);
    const shop = shopAddress(server);
    const comment = "Written before the server was killed";
    const [first] = (await manager.instances.list({ limit: 1 })).items;
    await manager.instances.comment(first?.id ?? "", comment);
    await server.end("SIGKILL");
    server = await startServer({ dataDir, args: ["--lan"] });
    await untilGone(postgres);
    if (shopAddress(server) !== shop) await expect(fetch(shop)).rejects.toThrow();
    const lin = await browserOf(server, (client) => client.sessions.signIn("lin", passwordOf(server, "lin")));
    const { comments } = await lin.instances.read(first?.id ?? "");
    expect(comments.map(({ text }) => text)).toContain(comment);
  });

  test("--lan: every address, a code to scan, passwords to sign in with, and no one-click entry", async () => {
    expect(server.output()).toMatch(/[▀▄█]{8}/);
    expect(server.output()).toMatch(/In this network: http:\/\/[\d.]+:\d+ .*One-click entry is off\./);
    const url = /In this network: (http:\/\/[\d.]+:\d+)/.exec(server.output())?.[1] ?? "";
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const anybody = createClient({ baseUrl: server.url });
    expect(await anybody.sessions.entryOptions()).toEqual({
      oneClick: false,
      people: [],
      ownWorkspace: false,
    });
    await expect(anybody.sessions.enter("lin")).rejects.toMatchObject({ status: 403 });
    const wang = await browserOf({ url }, (client) =>
      client.sessions.signIn("wang", passwordOf(server, "wang")),
    );
    expect((await wang.sessions.read()).person.user).toBe("wang");
    await expect(anybody.sessions.signIn("wang", "not the password")).rejects.toMatchObject({ status: 401 });
  });
});

function shopAddress(server: ServerUnderTest): string {
  return /The shop stand-in .*(http:\/\/127\.0\.0\.1:\d+)/.exec(server.output())?.[1] ?? "";
}

function passwordOf(server: ServerUnderTest, user: string): string {
  return new RegExp(`^ +${user} +(\\S+) `, "m").exec(server.output())?.[1] ?? "";
}

/** A request with a Host header of one's own, which `fetch` does not allow. */
function asHost(port: number, host: string, method: string, path: string, body?: object) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const headers = { host, origin: `http://${host}`, "content-type": "application/json" };
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: text }));
    });
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
