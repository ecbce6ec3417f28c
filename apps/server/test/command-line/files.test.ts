import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { flowright, HELLO, ROOT, TestFolder } from "./flowright-in-process.ts";

const folder = new TestFolder();
const PATTERN = path.join(ROOT, "examples/patterns/04-exclusive-choice.json");

afterEach(() => vi.unstubAllEnvs());
afterAll(() => folder.remove());

describe("validate and prove", () => {
  const dangling = { ...HELLO, edges: [{ id: "x", source: "start", target: "nowhere" }] };

  test("a good definition", async () => {
    const file = folder.write("hello.json", HELLO);
    expect(await flowright("validate", file, "--text")).toMatchObject({
      code: 0,
      out: `${file}: no problems\n`,
    });
    expect(await flowright("prove", file, "--text")).toMatchObject({
      code: 0,
      out: `${file}: nothing can go wrong\n`,
    });
    expect((await flowright("validate", file)).lines).toEqual([{ file, ok: true, problems: 0 }]);
  });

  test("names place, code and fix of each problem, as JSON and in both languages, and exits with 2", async () => {
    const file = folder.write("dangling.json", dangling);
    const { code, lines } = await flowright("validate", file);
    expect(code).toBe(2);
    expect(lines[0]).toMatchObject({
      file,
      problem: {
        code: "edge.target-unknown",
        node: "x",
        at: { line: expect.any(Number) },
        fix: { en: expect.any(String), "zh-CN": expect.stringMatching(/[\u4e00-\u9fff]/) },
      },
    });
    expect((await flowright("validate", file, "--text")).out).toMatch(
      /dangling\.json:\d+:\d+ \(x\) {2}error {2}edge\.target-unknown {2}.+\. .+/,
    );
    vi.stubEnv("LC_ALL", "zh_CN.UTF-8");
    expect((await flowright("validate", file, "--text")).out).toMatch(
      /edge\.target-unknown {2}.*[\u4e00-\u9fff]/,
    );
  });

  test("a dead end is found with the way there", async () => {
    const dead = {
      ...HELLO,
      nodes: [
        { id: "start", kind: "start" },
        { id: "g", kind: "exclusive" },
        { id: "j", kind: "parallel" },
        { id: "end", kind: "end" },
      ],
      edges: [
        { id: "s_g", source: "start", target: "g" },
        { id: "one", source: "g", target: "j", condition: "true" },
        { id: "two", source: "g", target: "j", default: true },
        { id: "j_e", source: "j", target: "end" },
      ],
    };
    const { code, lines } = await flowright("prove", folder.write("dead.json", dead));
    expect(code).toBe(2);
    expect(lines[0]).toMatchObject({
      problem: { code: "proof.join-never-filled", moves: expect.any(Array) },
    });
  });

  test.each([
    ["broken.json", '{\n  "schema": ,\n}', { line: 2 }],
    ["list.json", '[{ "schema": 1 }]', undefined],
  ])("what is no definition: %s", async (name, text, at) => {
    const { code, lines } = await flowright("validate", folder.write(name, text));
    expect(code).toBe(2);
    expect(lines[0]).toMatchObject({ problem: { severity: "error", ...(at ? { at } : {}) } });
  });

  test("a file that is missing or not named", async () => {
    const missing = await flowright("validate", folder.in("none.json"));
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining("none.json cannot be read") });
    expect(missing.lines).toMatchObject([{ problem: { code: "file.unreadable" } }]);
    vi.stubEnv("LC_ALL", "zh_CN.UTF-8");
    expect(await flowright("validate")).toMatchObject({
      code: 2,
      err: "\n请至少指定一个文件：flowright validate flow.json\n",
    });
  });
});

describe("fmt", () => {
  test("writes one form, whatever the order of the keys, and checks it", async () => {
    const file = folder.write("order.json", {
      edges: HELLO.edges.map(({ id, source, target }) => ({ target, source, id })),
      nodes: HELLO.nodes.map((node) => Object.fromEntries(Object.entries(node).reverse())),
      variables: { type: "object", properties: { z: { type: "string" }, a: { type: "string" } } },
      name: HELLO.name,
      id: "hello",
      schema: HELLO.schema,
    });
    expect(await flowright("fmt", "--check", file)).toMatchObject({ code: 1 });
    expect(await flowright("fmt", file)).toMatchObject({ code: 0 });
    const text = readFileSync(file, "utf8");
    expect(text).toContain('    { "id": "start", "kind": "start" },\n');
    // The order of fields is the order in which people see them.
    expect(Object.keys(JSON.parse(text).variables.properties)).toEqual(["z", "a"]);
    expect(await flowright("fmt", "--check", file)).toMatchObject({ code: 0, out: "" });
    const same = await flowright(
      "diff",
      file,
      folder.write("hello2.json", { ...HELLO, variables: JSON.parse(text).variables }),
    );
    expect(same.code).toBe(0);
  });

  test("a list of flows stays one", async () => {
    const file = folder.write("list-of-two.json", [HELLO, { ...HELLO, id: "other" }]);
    expect(await flowright("fmt", file)).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject([{ id: "hello" }, { id: "other" }]);
    expect(await flowright("fmt", "--check", file)).toMatchObject({ code: 0 });
  });

  test("what is no definition is left as it is", async () => {
    const file = folder.write("other.json", '{"a":1}');
    expect(await flowright("fmt", file)).toMatchObject({ code: 2 });
    expect(readFileSync(file, "utf8")).toBe('{"a":1}');
  });
});

describe("diff", () => {
  const before = folder.write("before.json", HELLO);
  const changed = {
    ...HELLO,
    name: "Hello again",
    nodes: [
      { id: "start", kind: "start", position: { x: 4, y: 4 } },
      { ...HELLO.nodes[1], name: "Say it twice" },
      { id: "b", kind: "manualTask" },
    ],
    edges: [HELLO.edges[0], { id: "a_b", source: "a", target: "b" }],
  };
  const after = folder.write("after.json", changed);

  test("tells steps and lines that came, went or changed; exits with 1", async () => {
    const { code, out } = await flowright("diff", before, after);
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => !line.startsWith(" "))).toEqual([
      "~ flow hello (Hello again)",
      "- step end",
      "~ step a (Say it twice)",
      "+ step b",
      "- line a_end",
      "+ line a_b",
      "",
    ]);
    expect(out).toContain('name: {"en":"Say it","zh-CN":"问候"} → "Say it twice"');
  });

  test("in Chinese, and as JSON", async () => {
    vi.stubEnv("LC_ALL", "zh_CN.UTF-8");
    expect((await flowright("diff", before, after)).out).toContain("+ 节点 b");
    const [{ changes = [] } = {}] = (await flowright("diff", before, after, "--json")).lines;
    expect(changes).toContainEqual({ change: "added", what: "step", id: "b", name: "b" });
  });

  test("what was only moved is told when it is asked for", async () => {
    const moved = folder.write("moved.json", {
      ...HELLO,
      nodes: [{ id: "start", kind: "start", position: { x: 1, y: 2 } }, ...HELLO.nodes.slice(1)],
    });
    expect(await flowright("diff", before, moved)).toMatchObject({
      code: 0,
      out: "No difference in meaning.\n",
    });
    expect(await flowright("diff", before, moved, "--moves")).toMatchObject({
      code: 1,
      out: "> step start\n",
    });
  });

  test("a file without a flow is refused", async () => {
    expect(await flowright("diff", before, folder.write("empty.json", "{}"))).toMatchObject({ code: 2 });
    expect(await flowright("diff", before)).toMatchObject({ code: 2 });
  });
});

test.each(["render", "export"])("%s speaks one of two languages", async (command) => {
  const said = await flowright(command, PATTERN, "--language", "fr");
  expect(said.code).toBe(2);
  expect(said.lines).toMatchObject([{ problem: { code: "cli.argument", params: { argument: "fr" } } }]);
});

describe("render", () => {
  test("the same definition gives the same picture, in either language", async () => {
    const { code, out } = await flowright("render", PATTERN);
    expect(code).toBe(0);
    expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/);
    const nodes = JSON.parse(readFileSync(PATTERN, "utf8")).nodes as { id: string }[];
    for (const { id } of nodes) expect(out).toContain(`data-id="${id}"`);
    expect((await flowright("render", PATTERN)).out).toBe(out);
    expect((await flowright("render", PATTERN, "--language", "zh-CN")).out).toMatch(/[\u4e00-\u9fff]/);
  });

  test("names with characters that mean something to XML", async () => {
    const file = folder.write("angle.json", { ...HELLO, name: '<b>&"\u0001' });
    expect((await flowright("render", file)).out).toContain("<title>&#60;b&#62;&#38;&#34;</title>");
  });

  test("PNG", async () => {
    const out = folder.in("hello.png");
    expect(await flowright("render", PATTERN, "--out", out, "--scale", "1")).toMatchObject({ code: 0 });
    expect(readFileSync(out).subarray(1, 4).toString()).toBe("PNG");
  });

  test("what cannot be drawn", async () => {
    expect(await flowright("render", folder.write("none.json", "{}"))).toMatchObject({ code: 2 });
    expect(await flowright("render", PATTERN, "--scale", "0")).toMatchObject({ code: 2 });
    const two = folder.write("two.json", [HELLO, { ...HELLO, id: "other" }]);
    expect(await flowright("render", two)).toMatchObject({
      code: 2,
      err: expect.stringContaining("hello, other"),
    });
    expect(await flowright("render", two, "--process", "other")).toMatchObject({ code: 0 });
  });
});

describe("import and export", () => {
  test("out and in again: no difference, and both run alike", async () => {
    const bpmn = folder.in("choice.bpmn");
    const back = folder.in("back.json");
    expect(
      await flowright("export", PATTERN, "--out", bpmn, "--report", folder.in("out.json")),
    ).toMatchObject({
      code: 0,
    });
    expect(readFileSync(bpmn, "utf8")).toContain("http://www.omg.org/spec/BPMN/20100524/MODEL");
    const imported = await flowright("import", bpmn, "--out", back, "--report", folder.in("in.json"));
    expect(imported).toMatchObject({ code: 0, err: expect.stringMatching(/\d+ kept/) });
    expect(JSON.parse(readFileSync(folder.in("in.json"), "utf8"))).toMatchObject({
      counts: { kept: expect.any(Number) },
      entries: expect.any(Array),
    });
    expect(await flowright("diff", PATTERN, back, "--moves")).toMatchObject({ code: 0 });
    const given = ["--variables", '{"weight":12}'];
    const [ours, theirs] = [
      await flowright("run", PATTERN, ...given),
      await flowright("run", bpmn, ...given),
    ];
    expect(theirs.code).toBe(0);
    expect(theirs.out).toBe(ours.out);
    expect(await flowright("validate", bpmn)).toMatchObject({ code: 0 });
  });

  test("what is no BPMN is refused with a code", async () => {
    const bomb = folder.write("bomb.bpmn", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    for (const command of ["import", "validate", "run", "render"]) {
      const { code, lines } = await flowright(command, bomb);
      expect(code).toBe(2);
      expect(lines[0]).toMatchObject({ problem: { code: expect.stringMatching(/^(xml|bpmn)\./) } });
    }
    expect(await flowright("export", folder.write("no.json", "[]x"))).toMatchObject({ code: 2 });
  });
});

test("UTF-16 and a byte-order mark make no difference", async () => {
  const file = folder.in("mark.json");
  writeFileSync(file, `\uFEFF${JSON.stringify(HELLO)}`);
  expect(await flowright("validate", file)).toMatchObject({ code: 0 });
  const bpmn = folder.in("plain.bpmn");
  await flowright("export", PATTERN, "--out", bpmn);
  const wide = folder.in("wide.bpmn");
  const text = readFileSync(bpmn, "utf8").replace("UTF-8", "UTF-16");
  writeFileSync(wide, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
  expect(await flowright("diff", bpmn, wide)).toMatchObject({ code: 0 });
});
