import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createClient, type Publish } from "@flowright/client";
import pg from "pg";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPackedProject, type PackedProject } from "./packed-project.ts";

const TOKEN = "a-long-random-token-for-tests";

/** The packages as they are published, in an empty project of somebody else. */
describe("the packed archives, installed outside the repository", () => {
  let project: PackedProject;

  beforeAll(async () => {
    project = await openPackedProject();
  }, 400_000);

  afterAll(async () => {
    await project?.remove();
  });

  test("carry their types: the samples fit them, and a mistake is found", { timeout: 120_000 }, async () => {
    const mistake = path.join(project.folder, "mistake.ts");
    await writeFile(
      mistake,
      'import { createRuntime } from "@flowright/runtime";\nawait createRuntime({ connectionString: 5432 });\n',
    );
    const errors = await project.typeErrors(["server.ts", "src/main.tsx", "mistake.ts"]);
    expect(errors).toEqual([expect.stringMatching(/^mistake\.ts\(2,\d+\): error TS/)]);
  });

  test("the program: BPMN out, in again in its own thread, and run", {
    timeout: 120_000,
  }, async () => {
    const flow = path.join(project.folder, "choice.json");
    await copyFile(path.join(import.meta.dirname, "../../patterns/04-exclusive-choice.json"), flow);
    const flowright = (...args: string[]) =>
      project.run(process.execPath, ["node_modules/.bin/flowright", ...args]);
    expect(await flowright("validate", "choice.json")).toContain('"ok":true');
    await flowright("export", "choice.json", "--out", "choice.bpmn");
    await flowright("import", "choice.bpmn", "--out", "again.json");
    expect(await flowright("diff", "choice.json", "again.json", "--json")).not.toContain('"change"');
    await flowright("render", "again.json", "--out", "choice.svg");
    expect(await flowright("run", "choice.bpmn", "--variables", '{"weight":12}')).toContain(
      '"state":"completed"',
    );
  });

  test("the runtime in a Fastify server: from a token to a finished case", { timeout: 120_000 }, async () => {
    const database = await newDatabase();
    const port = await freePort();
    const server = spawn(process.execPath, ["server.ts"], {
      cwd: project.folder,
      env: { ...process.env, DATABASE_URL: database.url, FLOWRIGHT_TOKEN: TOKEN, PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      await untilSaid(server, /api\/openapi\.json/);
      const baseUrl = `http://127.0.0.1:${port}`;
      expect(await (await fetch(baseUrl)).json()).toEqual({ hello: "This is your own server" });
      const client = createClient({ baseUrl, token: TOKEN });
      await client.definitions.publish({ definition: GREETING });
      const started = await client.instances.start({
        definitionId: GREETING.id,
        variables: { name: "Wang Fang" },
      });
      const [task] = await untilSome(async () => {
        const { items } = await client.tasks.list({ box: "all", instanceId: started.id });
        return items;
      });
      expect(task).toMatchObject({ node: "read", status: "open" });
      await client.tasks.complete(task?.id ?? "", {});
      expect(await client.instances.read(started.id)).toMatchObject({
        status: "completed",
        variables: { greeting: "Hello, Wang Fang" },
      });
    } finally {
      await end(server);
      await database.drop();
    }
  });

  test("the designer in a React page: built by Vite, it shows the flow and keeps a change", {
    timeout: 120_000,
  }, async () => {
    await project.run(process.execPath, ["node_modules/vite/bin/vite.js", "build"]);
    const site = await serveFolder(path.join(project.folder, "dist"));
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    });
    try {
      const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(site.url);
      await page.getByRole("group", { name: /^Start/ }).waitFor();
      await page.getByRole("group", { name: /^End/ }).waitFor();
      const palette = page.getByRole("navigation", { name: "Steps" });
      await palette.getByRole("button", { name: "Approval", exact: true }).click();
      await page.getByRole("group", { name: /^Approval/ }).waitFor();
      // Its own style sheet came along: the palette stands beside the canvas, not above it.
      const canvas = await page.getByRole("application").boundingBox();
      const beside = await palette.boundingBox();
      expect(Math.abs((canvas?.y ?? 0) - (beside?.y ?? Number.NaN))).toBeLessThan(60);
      await page.reload();
      await page.getByRole("group", { name: /^Approval/ }).waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});

const GREETING: Publish["definition"] = {
  schema: "flowright/workflow/v1",
  id: "greeting",
  name: { en: "Greeting", "zh-CN": "问候" },
  variables: {
    type: "object",
    properties: { name: { type: "string" }, greeting: { type: "string" } },
  },
  nodes: [
    { id: "start", kind: "start" },
    {
      id: "greet",
      kind: "serviceTask",
      name: { en: "Greet", "zh-CN": "问候" },
      jobType: "greet",
      input: [{ target: "name", value: "name" }],
      output: [{ target: "greeting", value: "result.text" }],
    },
    {
      id: "read",
      kind: "userTask",
      name: { en: "Read it", "zh-CN": "阅读" },
      who: { type: "initiator" },
    },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "a", source: "start", target: "greet" },
    { id: "b", source: "greet", target: "read" },
    { id: "c", source: "read", target: "end" },
  ],
};

async function newDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const address = new URL(process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "");
  const name = `packed_${randomBytes(6).toString("hex")}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: process.env.FLOWRIGHT_TEST_DATABASE_URL });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`create database ${name}`);
  address.pathname = `/${name}`;
  return { url: address.href, drop: () => administer(`drop database if exists ${name} with (force)`) };
}

async function untilSaid(child: ChildProcess, pattern: RegExp): Promise<void> {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  for (const until = performance.now() + 40_000; !pattern.test(output); await delay(20)) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(`It did not start:\n${output}`);
  }
}

async function untilSome<T>(look: () => Promise<readonly T[]>): Promise<readonly T[]> {
  for (const until = performance.now() + 20_000; ; await delay(50)) {
    const found = await look();
    if (found.length > 0 || performance.now() > until) return found;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

async function freePort(): Promise<number> {
  const site = createServer();
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const { port } = site.address() as AddressInfo;
  await new Promise((resolve) => site.close(resolve));
  return port;
}

async function serveFolder(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const types: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
  };
  const site = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const file = path.join(folder, pathname === "/" ? "index.html" : path.normalize(pathname));
    const body = await readFile(file).catch(() => null);
    response.writeHead(body ? 200 : 404, { "content-type": types[path.extname(file)] ?? "text/plain" });
    response.end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        site.close(() => resolve());
        site.closeAllConnections();
      }),
  };
}
