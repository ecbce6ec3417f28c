import { createServer, type Server } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newFolder, removeFolder, runFlowright } from "./server-under-test.ts";

let folder = "";
let occupied: Server;
let port = 0;

beforeAll(async () => {
  folder = await newFolder();
  occupied = createServer();
  await new Promise<void>((resolve) => occupied.listen(0, "127.0.0.1", resolve));
  port = (occupied.address() as { port: number }).port;
});

afterAll(async () => {
  occupied.close();
  await removeFolder(folder);
});

function wrongPassword(): string {
  const address = new URL(process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "");
  address.password = "not-the-password";
  return address.href;
}

describe("what is wrong with the settings is said in one sentence, in the terminal's language", () => {
  test.for([
    {
      title: "a port that is taken",
      args: [],
      env: () => ({ PORT: String(port) }),
      en: () =>
        `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
      zh: () => `端口 ${port} 已被其他程序占用。请停止该程序，或换一个端口：PORT=${port + 1} npm start`,
    },
    {
      title: "a port that is none",
      args: ["--port", "many"],
      env: () => ({}),
      en: () => "PORT is “many”; a port is a number from 0 to 65535.",
      zh: () => "PORT 的值为“many”，端口应为 0 到 65535 的数字。",
    },
    {
      title: "a database address of another kind",
      args: [],
      env: () => ({ DATABASE_URL: "mysql://root@localhost/shop" }),
      en: () => "DATABASE_URL (“mysql://…”) cannot be read; ",
      zh: () => "无法解析 DATABASE_URL（“mysql://…”），",
    },
    {
      title: "a database address that cannot be read",
      args: [],
      env: () => ({ DATABASE_URL: "postgresql://user:pass@[oops/shop" }),
      en: () => "DATABASE_URL (“postgresql://…”) cannot be read; ",
      zh: () => "无法解析 DATABASE_URL（“postgresql://…”），",
    },
    {
      title: "a database that does not answer",
      args: [],
      env: () => ({ DATABASE_URL: "postgresql://u:p@127.0.0.1:9/shop" }),
      en: () => "The database that DATABASE_URL names cannot be reached: ",
      zh: () => "无法连接 DATABASE_URL 指定的数据库：",
    },
    {
      title: "a wrong password",
      args: [],
      env: () => ({ DATABASE_URL: wrongPassword() }),
      en: () => "The database that DATABASE_URL names cannot be reached: ",
      zh: () => "无法连接 DATABASE_URL 指定的数据库：",
    },
    {
      title: "a bootstrap token that is too short",
      args: [],
      env: () => ({ FLOWRIGHT_BOOTSTRAP_TOKEN: "short" }),
      en: () => "FLOWRIGHT_BOOTSTRAP_TOKEN is too short to be safe; use at least 16 characters.",
      zh: () => "FLOWRIGHT_BOOTSTRAP_TOKEN 过短，不够安全；请至少使用 16 个字符。",
    },
    {
      title: "a public address that is none",
      args: [],
      env: () => ({ FLOWRIGHT_PUBLIC_URL: "flows.example.com" }),
      en: () => "FLOWRIGHT_PUBLIC_URL is “flows.example.com”; it has to look like https://flows.example.com.",
      zh: () => "FLOWRIGHT_PUBLIC_URL 的值为“flows.example.com”，应形如 https://flows.example.com。",
    },
    {
      title: "a secret key that is none",
      args: [],
      env: () => ({ FLOWRIGHT_SECRET_KEY: "c2hvcnQ=" }),
      en: () => "FLOWRIGHT_SECRET_KEY does not hold a key of 32 bytes as base64.",
      zh: () => "FLOWRIGHT_SECRET_KEY 不是 32 字节的 base64 密钥。",
    },
    {
      title: "an unknown flag",
      args: ["--colour"],
      env: () => ({}),
      en: () => "“--colour” is not understood. Usage: flowright start [--port N]",
      zh: () => "无法识别“--colour”。用法：flowright start [--port N]",
    },
  ])("$title", { timeout: 60_000 }, async ({ args, env, en, zh }) => {
    await Promise.all(
      [
        ["C", en()],
        ["zh_CN.UTF-8", zh()],
      ].map(async ([LANG = "", sentence = ""]) => {
        const FLOWRIGHT_DATA = path.join(folder, LANG);
        const { code, output } = await runFlowright(["start", "--no-open", ...args], {
          PORT: "0",
          ...env(),
          FLOWRIGHT_DATA,
          LANG,
        });
        const lines = output.split("\n").filter((line) => line !== "" && !line.startsWith("▸"));
        expect(lines).toHaveLength(1);
        expect(lines[0]).toContain(sentence);
        expect(code).toBe(1);
      }),
    );
  });
});

test("an unknown command is answered with those that exist", { timeout: 30_000 }, async () => {
  const { code, output } = await runFlowright(["fly"]);
  expect(code).toBe(2);
  expect(output).toMatch(/There is no command “fly”\.\n\nUsage: flowright COMMAND/);
});
