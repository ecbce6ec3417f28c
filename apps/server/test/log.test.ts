import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { openLog } from "../src/terminal/open-log.ts";
import { newFolder, removeFolder } from "./server-under-test.ts";

it("writes one JSON line each and leaves out what is secret, wherever it stands", async () => {
  const folder = await newFolder();
  const file = path.join(folder, "server.log");
  const log = openLog(file);
  const canary = "canary-7f3a";
  log.info({ req: { headers: { authorization: `Bearer ${canary}`, cookie: canary } } }, "a request");
  log.info({ password: canary, call: { secret: canary, headers: { "x-api-key": canary } } }, "a call");
  log.warn({ error: `connect postgresql://flowright:${canary}@db:5432/flowright failed` }, "away");
  log.warn({ alarm: "clock.skew", seconds: 1.2 }, "alarm");
  const text = await readFile(file, "utf8");
  await removeFolder(folder);
  expect(text).not.toContain(canary);
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ msg }) => msg)).toEqual(["a request", "a call", "away", "alarm"]);
  expect(lines[2].error).toBe("connect postgresql://flowright:[left out]@db:5432/flowright failed");
  expect(lines[3]).toMatchObject({ level: 40, alarm: "clock.skew", seconds: 1.2 });
});
