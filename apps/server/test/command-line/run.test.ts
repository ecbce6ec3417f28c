import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { flowright, HELLO, PROGRAM, ROOT, TestFolder } from "./flowright-in-process.ts";

const folder = new TestFolder();
const hello = folder.write("hello.json", HELLO);
/** Never ends by itself. */
const round = folder.write("round.json", {
  ...HELLO,
  edges: [HELLO.edges[0], { id: "again", source: "a", target: "a" }],
});

afterAll(() => folder.remove());

function service(id: string) {
  return {
    ...HELLO,
    nodes: HELLO.nodes.map((node) => (node.id === "a" ? { id, kind: "serviceTask", jobType: "x" } : node)),
  };
}

describe("run", () => {
  test("one event per line, with node, kind, scope, token and time; the summary is the last", async () => {
    const { code, lines } = await flowright("run", hello, "--variables", '{"x":1}');
    expect(code).toBe(0);
    expect(lines).toContainEqual({
      event: "node.completed",
      node: "a",
      kind: "userTask",
      process: "hello",
      case: "1",
      scope: "1.0",
      token: "1.1",
      at: "2026-01-05T01:00:00.000Z",
    });
    expect(lines.at(-1)).toMatchObject({ state: "completed", waiting: [], variables: { x: 1 } });
  });

  test("waits where people and systems are not played", async () => {
    const { code, lines } = await flowright("run", hello, "--tasks", "wait");
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatchObject({ state: "waiting", waiting: [{ node: "a", for: "task" }] });
  });

  test("exit codes: 2 refused, 3 incident, 4 limit", async () => {
    const wrong = folder.write("wrong.json", {
      ...HELLO,
      nodes: [...HELLO.nodes, { id: "g", kind: "exclusive" }],
      edges: [...HELLO.edges, { id: "bad", source: "g", target: "end", condition: "1 +" }],
    });
    const refused = await flowright("run", wrong);
    expect(refused.code).toBe(2);
    expect(refused.lines).toMatchObject([{ problem: { code: "compile.expression", node: "bad" } }]);
    expect((await flowright("run", hello, "--process", "other")).lines[0]).toMatchObject({
      problem: { code: "run.no-flow" },
    });
    const stubs = folder.write("stubs.yaml", "jobs: { a: { error: { message: down } } }");
    const incident = await flowright("run", folder.write("service.json", service("a")), "--stubs", stubs);
    expect(incident.code).toBe(3);
    const limit = await flowright("run", round, "--limit", "50");
    expect(limit.code).toBe(4);
    expect(limit.lines.at(-1)).toMatchObject({ state: "limit" });
  });

  test.each([
    [["--tasks", "maybe"]],
    [["--limit", "0"]],
    [["--limit", "many"]],
    [["--advance", "soon"]],
    [["--variables", "[1]"]],
    [["--variables", "@none.json"]],
    [["--begins", "noon"]],
    [["--fly"]],
    [["more.json"]],
  ])("an argument that is none: %j", async (args) => {
    const { code, lines } = await flowright("run", hello, ...args);
    expect(code).toBe(2);
    expect(lines).toMatchObject([{ problem: { code: expect.any(String) } }]);
  });

  test("stubs that are not in order, with their place", async () => {
    const stubs = folder.write("bad.yaml", "conditions:\n  g: 7\n");
    const { code, lines } = await flowright("run", hello, "--stubs", stubs);
    expect(code).toBe(2);
    expect(lines).toMatchObject([{ file: stubs, problem: { at: { line: 2, column: 6 } } }]);
  });

  test("time: none, by a duration, until nothing is due", async () => {
    const wait = { id: "a", kind: "catch", event: { type: "timer", duration: "P1D" } };
    const file = folder.write("wait.json", {
      ...HELLO,
      nodes: HELLO.nodes.map((node) => (node.id === "a" ? wait : node)),
    });
    const state = async (advance: string) =>
      (await flowright("run", file, "--advance", advance)).lines.at(-1)?.state;
    expect(await state("none")).toBe("waiting");
    expect(await state("PT23H")).toBe("waiting");
    expect(await state("P1D")).toBe("completed");
    expect(await state("until-idle")).toBe("completed");
  });

  test("several flows of one file start each other; decision tables come from a folder", async () => {
    const inner = {
      ...HELLO,
      id: "inner",
      nodes: HELLO.nodes.map((node) => (node.id === "a" ? { id: "a", kind: "manualTask" } : node)),
    };
    const outer = {
      ...inner,
      id: "outer",
      nodes: inner.nodes.map((node) =>
        node.id === "a" ? { id: "a", kind: "callActivity", process: "inner" } : node,
      ),
    };
    const { lines } = await flowright("run", folder.write("both.json", [outer, inner]));
    expect(lines.at(-1)).toMatchObject({
      state: "completed",
      cases: [
        { process: "outer", state: "completed" },
        { process: "inner", state: "completed" },
      ],
    });
    const order = path.join(ROOT, "examples/order-routing");
    const run = await flowright(
      "run",
      path.join(order, "order-routing.json"),
      "--decisions",
      path.join(order, "decisions"),
      "--tasks",
      "wait",
    );
    expect(run.code).toBe(0);
  });

  test("many files in one call, each line with its file; one that is refused stops no other", async () => {
    folder.write("no-flow.json", '{"schema":"flowright/workflow/v1"}');
    folder.write("none-of-ours.json", '{"name":"a package"}');
    const { code, lines } = await flowright("run", "--batch", "--summary", folder.path);
    expect(code).toBe(4);
    expect(lines.some(({ file }) => String(file).endsWith("none-of-ours.json"))).toBe(false);
    const summaries = lines.filter(({ state }) => state !== undefined);
    expect(summaries).toContainEqual(expect.objectContaining({ file: hello, state: "completed" }));
    expect(lines).toContainEqual(
      expect.objectContaining({ file: folder.in("no-flow.json"), problem: expect.anything() }),
    );
  });
});

describe("run, as a process of its own", { timeout: 30_000 }, () => {
  test("answers each command with its events and what is waited for; the end of input brings the summary", () => {
    const commands = [
      '{"do":"start","variables":{"x":1}}',
      "{broken",
      '{"do":"complete","node":"nope"}',
      "",
      '{"do":"complete","node":"a","data":{"x":2}}',
    ];
    const { status, stdout } = spawnSync(
      process.execPath,
      [PROGRAM, "run", hello, "--interactive", "--tasks", "wait"],
      { input: commands.join("\n"), encoding: "utf8" },
    );
    expect(status).toBe(0);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ idle }) => idle)).toHaveLength(4);
    expect(lines.filter(({ problem }) => problem).map(({ problem }) => problem.code)).toEqual([
      "run.not-json",
      "run.no-node",
    ]);
    expect(lines.find(({ idle }) => idle)).toMatchObject({
      waiting: [{ node: "a", kind: "userTask", scope: "1.0", for: "task" }],
    });
    expect(lines.at(-1)).toMatchObject({ state: "completed", variables: { x: 2 } });
  });

  test("an answer is there before the next command is", async () => {
    const child = spawn(process.execPath, [PROGRAM, "run", hello, "--interactive"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const answer = new Promise<string>((resolve) => {
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (text.includes('"idle"')) resolve(text);
      });
    });
    child.stdin.write('{"do":"start"}\n');
    expect(await answer).toContain('"instance.ended"');
    child.stdin.end();
    await new Promise((resolve) => child.on("close", resolve));
    expect(child.exitCode).toBe(0);
  });

  test("a long output goes whole through a pipe", () => {
    const { stdout } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${PROGRAM}" run --batch "${folder.path}" --limit 3000 | cat`],
      {
        encoding: "utf8",
        maxBuffer: 100_000_000,
      },
    );
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(1_000);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  test("whoever reads only the beginning breaks nothing", () => {
    const { stdout, stderr } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${PROGRAM}" run --batch "${folder.path}" --limit 3000 | head -n 1`],
      { encoding: "utf8" },
    );
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toBe("");
  });

  test("loads nothing of the server", () => {
    const hook = `import { registerHooks } from "node:module";
      registerHooks({ load(url, context, next) { process._rawDebug(url); return next(url, context); } });`;
    const { stderr } = spawnSync(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, PROGRAM, "run", hello],
      { encoding: "utf8" },
    );
    const loaded = stderr.split("\n").filter((line) => line.startsWith("file:"));
    expect(loaded.some((url) => url.includes("/packages/engine/src/step.ts"))).toBe(true);
    const heavy = /fastify|\/pg\/|packages\/(runtime|connectors|client|designer|bpmn)\/|qrcode|resvg/;
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
  });
});

test("the root's program is the same", { timeout: 30_000 }, () => {
  const bin = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).bin.flowright as string;
  const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, bin), "run", hello], {
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout).toContain('"state":"completed"');
});
