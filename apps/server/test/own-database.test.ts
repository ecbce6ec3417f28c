import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createClient } from "@flowright/client";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  browserOf,
  launchServer,
  newFolder,
  removeFolder,
  runFlowright,
  type ServerUnderTest,
  startServer,
} from "./server-under-test.ts";

const TOKEN = "a-long-random-token-for-tests";
const ROOT = path.resolve(import.meta.dirname, "../../..");

describe("a server on a PostgreSQL of one's own", { timeout: 60_000 }, () => {
  const name = `server_${randomBytes(6).toString("hex")}`;
  const address = new URL(process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "");
  let env: NodeJS.ProcessEnv = {};
  let dataDir = "";
  let server: ServerUnderTest;
  let password = "";

  beforeAll(async () => {
    dataDir = await newFolder();
    await administer(`create database ${name}`);
    address.pathname = `/${name}`;
    env = { DATABASE_URL: address.href, FLOWRIGHT_DATA: dataDir };
    const args = ["create-workspace", "shop", "--name", "My shop", "--admin", "boss"];
    const made = await runFlowright(args, env);
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining("Workspace shop is there") });
    password = /password (\S+) \(shown this once\)/.exec(made.output)?.[1] ?? "";
    server = await startServer({ dataDir, env: { ...env, FLOWRIGHT_BOOTSTRAP_TOKEN: TOKEN } });
  }, 60_000);

  afterAll(async () => {
    await server?.end("SIGKILL");
    await administer(`drop database if exists ${name} with (force)`);
    await removeFolder(dataDir);
  });

  test("starts without a PostgreSQL of its own, without sample and shop", async () => {
    expect(server.output()).not.toMatch(/PostgreSQL|Sample|shop stand-in/);
    const entry = await createClient({ baseUrl: server.url }).sessions.entryOptions();
    expect(entry.people).toEqual([]);
  });

  test("create-workspace printed a password that signs in", async () => {
    const boss = await browserOf(server, (client) => client.sessions.signIn("boss", password));
    expect(await boss.sessions.read()).toMatchObject({
      person: { user: "boss" },
      workspace: { id: "shop", name: "My shop", sample: false },
    });
  });

  test("create-workspace says in a sentence why it does not make one", async () => {
    for (const [args, LANG, sentence] of [
      [["shop", "--admin", "boss"], "C", /^The workspace was not made: .+/],
      [["shop", "--admin", "boss"], "zh_CN.UTF-8", /^未能创建工作区：.+/],
      [["Not An Id", "--admin", "boss"], "C", /^The workspace was not made: .+/],
      [[], "C", /^Usage: flowright create-workspace/],
      [["--colour", "red"], "C", /^“--colour” is not understood\. Usage: flowright create-workspace/],
    ] as const) {
      const { code, output } = await runFlowright(["create-workspace", ...args], { ...env, LANG });
      expect(output.trim()).toMatch(sentence);
      expect(output.trim().split("\n")).toHaveLength(1);
      expect(code).toBe(1);
    }
  });

  test("deploy publishes a definition, and says what is wrong with one that is not", async () => {
    const good = path.join(dataDir, "hello.json");
    const bad = path.join(dataDir, "bad.json");
    await writeFile(good, JSON.stringify(HELLO));
    await writeFile(bad, JSON.stringify({ ...HELLO, edges: [] }));
    const access = { FLOWRIGHT_URL: server.url, FLOWRIGHT_TOKEN: TOKEN };
    const published = await runFlowright(["deploy", good, "--note", "First"], access);
    expect(published).toEqual({ code: 0, output: "Published hello-deploy, version 1\n" });
    const chinese = await runFlowright(["deploy", good], { ...access, LANG: "zh_CN.UTF-8" });
    expect(chinese).toMatchObject({ code: 0, output: expect.stringContaining("已发布 hello-deploy") });
    const refused = await runFlowright(["deploy", bad], access);
    expect(refused).toMatchObject({
      code: 2,
      output: expect.stringMatching(/bad\.json:1:\d+ \(\w+\) {2}error/),
    });
    const stranger = await runFlowright(["deploy", good], {
      ...access,
      FLOWRIGHT_TOKEN: "somebody-else-s-token",
    });
    expect(stranger).toMatchObject({ code: 1, output: expect.stringMatching(/hello\.json: .+/) });
    for (const [variables, sentence] of [
      [{ FLOWRIGHT_URL: server.url }, /^Set FLOWRIGHT_TOKEN /],
      [{ ...access, FLOWRIGHT_URL: "http://127.0.0.1:9" }, /^No server answers at http:\/\/127\.0\.0\.1:9\./],
    ] as const) {
      const { code, output } = await runFlowright(["deploy", good], variables);
      expect(output.trim()).toMatch(sentence);
      expect(output.trim().split("\n")).toHaveLength(1);
      expect(code).toBe(1);
    }
    const missing = await runFlowright(["deploy", path.join(dataDir, "none.json")], access);
    expect(missing).toMatchObject({ code: 1, output: expect.stringMatching(/none\.json cannot be read/) });
  });

  test("doctor looks while the server runs, tells in both languages, and puts right what it is asked to", async () => {
    const healthy = await runFlowright(["doctor"], env);
    expect(healthy).toMatchObject({ code: 0, output: expect.stringMatching(/^All \d+ checks hold\./) });
    const client = new pg.Client({ connectionString: address.href, options: "-c search_path=flowright" });
    await client.connect();
    await client.query("update definition set latest_version = 9 where id = 'hello-deploy'");
    const file = path.join(dataDir, "doctor.json");
    const found = await runFlowright(["doctor", "--quick", "--report", file], {
      ...env,
      LANG: "zh_CN.UTF-8",
    });
    expect(found).toMatchObject({
      code: 1,
      output: expect.stringContaining("R.latest-differs  流程启动所用版本"),
    });
    const report = JSON.parse(await readFile(file, "utf8"));
    expect(report).toMatchObject({ count: 1, repaired: 0 });
    const repaired = await runFlowright(["doctor", "--repair"], env);
    expect(repaired).toMatchObject({ code: 0, output: expect.stringContaining("Put right: 1. All") });
    const { rows } = await client.query("select action, subject from audit where actor = 'doctor'");
    expect(rows).toEqual([{ action: "doctor.repair", subject: "hello-deploy" }]);
    await client.end();
  });

  test("history: kept for ever until a rule says otherwise; what is over is archived, and exported", async () => {
    const chinese = { ...env, LANG: "zh_CN.UTF-8" };
    expect((await runFlowright(["history", "rules"], env)).output).toMatch(/^There is no rule/);
    const shop = createClient({ baseUrl: server.url, token: TOKEN });
    const started = await shop.instances.start({ definitionId: "hello-deploy" });
    await shop.instances.cancel(started.id, "not wanted").catch(() => undefined);
    const short = await runFlowright(["history", "keep", "--workspace", "shop", "--days", "3"], chinese);
    expect(short).toEqual({
      code: 1,
      output: "已结束的流程实例至少保留 7 天。 请增加天数，或选择永久保留。\n",
    });
    const kept = await runFlowright(
      ["history", "keep", "--workspace", "shop", "--days", "30", "--export"],
      env,
    );
    expect(kept.output).toContain("shop: finished cases are kept for 30 days and exported before they go");
    const file = path.join(dataDir, "export.ndjson");
    const exported = await runFlowright(["history", "export", "--running", "--out", file], env);
    expect(exported).toEqual({ code: 0, output: "1 cases exported\n" });
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
      workspace: "shop",
      case: { id: started.id },
    });
    const client = new pg.Client({ connectionString: address.href, options: "-c search_path=flowright" });
    await client.connect();
    await client.query(
      `update instance set ended_at = now() - interval '31 days', status = 'cancelled' where id = $1`,
      [started.id],
    );
    expect((await runFlowright(["history", "retire"], env)).output).toContain("Removed: 1 cases, 0 months");
    expect((await client.query("select from instance")).rowCount).toBe(0);
    await client.end();
    const [month] = await readdir(path.join(dataDir, "archive", "shop"));
    const line = await readFile(path.join(dataDir, "archive", "shop", month ?? ""), "utf8");
    expect(JSON.parse(line)).toMatchObject({ case: { id: started.id }, history: [{ seq: 1 }] });
  });

  test("the curl lines of the embedding guide lead from a token to a finished case", async () => {
    const guide = await readFile(path.join(ROOT, "docs/guides/embedding.md"), "utf8");
    const script = /```sh\n(export FLOWRIGHT_TOKEN[\s\S]*?)```/.exec(guide)?.[1] ?? "";
    expect(script.match(/^(case=\$\(|task=\$\()?api /gm)).toHaveLength(5);
    const adapted = script
      .replace(/(?<=FLOWRIGHT_TOKEN=)\S+/, TOKEN)
      .replace("http://localhost:3000", server.url);
    expect(adapted).toContain(server.url);
    const ran = spawnSync("bash", ["-euo", "pipefail", "-c", adapted], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(ran.stderr).toBe("");
    expect(ran.status).toBe(0);
    expect(ran.stdout.trim().split("\n").at(-1)).toBe('"status":"completed"');
  });

  test("Ctrl-C ends it with 0 and leaves the database alone; migrate finds nothing to do", async () => {
    expect(await server.end("SIGINT")).toBe(0);
    expect(await runFlowright(["migrate"], env)).toEqual({
      code: 0,
      output: "The database is up to date.\n",
    });
  });
});

test("a sample on a database of one's own: made when asked for; begun and interrupted, nothing is removed unasked", {
  timeout: 90_000,
}, async () => {
  const name = `server_${randomBytes(6).toString("hex")}`;
  const dataDir = await newFolder();
  const address = new URL(process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "");
  address.pathname = `/${name}`;
  const env = { DATABASE_URL: address.href };
  await administer(`create database ${name}`);
  const server = await launchServer({ dataDir, args: ["--sample"], env });
  try {
    await server.until(/ of \d+ moments of the last fourteen days/);
    await server.end("SIGKILL");
    const again = await runFlowright(["start", "--sample", "--no-open"], {
      ...env,
      FLOWRIGHT_DATA: dataDir,
      PORT: "0",
    });
    expect(again).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^▸.*\n(… .*\n)*\nAn earlier start began the sample .*--no-sample\n$/),
    });
  } finally {
    await server.end("SIGKILL");
    await administer(`drop database if exists ${name} with (force)`);
    await removeFolder(dataDir);
  }
});

const HELLO = {
  schema: "flowright/workflow/v1",
  id: "hello-deploy",
  name: "Hello",
  nodes: [
    { id: "start", kind: "start" },
    { id: "end", kind: "end" },
  ],
  edges: [{ id: "a", source: "start", target: "end" }],
};

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.FLOWRIGHT_TEST_DATABASE_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
