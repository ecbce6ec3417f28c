import { randomBytes } from "node:crypto";
import { createClient } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { createRuntime, migrate } from "@flowright/runtime";
import Fastify from "fastify";
import { flowright } from "../src/flowright.ts";
import type { FlowrightOptions } from "../src/options.ts";

export const BOOTSTRAP = "administrator-of-the-tests";

/** A server on a port and a schema of its own, with the workspaces `east` and, as sample, `west`. */
export async function openServer(options: Partial<FlowrightOptions> = {}) {
  const connectionString = process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "";
  const schema = `http_${randomBytes(5).toString("hex")}`;
  await migrate(connectionString, schema);
  const runtime = await createRuntime({
    connectionString,
    schema,
    secretKey: new Uint8Array(32).fill(3),
    bootstrapToken: BOOTSTRAP,
  });
  for (const id of ["east", "west"]) {
    const created = await runtime.workspaces.create({
      id,
      name: `Shop ${id}`,
      sample: id === "west",
      roles: [
        { id: "cs", name: { en: "Service", "zh-CN": "客服" }, permissions: ["task.work", "instance.start"] },
      ],
      people: [
        { user: `${id}-boss`, name: "Boss", title: "boss", roles: ["admin"], password: "boss password" },
        {
          user: `${id}-wang`,
          name: "王芳",
          title: { "zh-CN": "客服" },
          roles: ["cs"],
          password: "wang password",
        },
        {
          user: `${id}-zhao`,
          name: "赵敏",
          title: { "zh-CN": "主管" },
          roles: ["operator"],
          password: "zhao password",
        },
      ],
    });
    if (!created.ok) throw new Error(created.refusal.problem.message.en);
  }
  const app = Fastify({ forceCloseConnections: true });
  await app.register(flowright, { runtime, oneClickEntry: true, ...options });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const baseUrl = address.replace("127.0.0.1", "localhost");
  return {
    app,
    runtime,
    baseUrl,
    /** With a token, as a program would. */
    client: (token: string = BOOTSTRAP) => createClient({ baseUrl: address, token }),
    /** With a cookie, as a browser would. */
    browser: (cookies: string[] = []) => createBrowser(address, cookies),
    close: async () => {
      await app.close();
      await runtime.close();
    },
  };
}

/** A client that keeps cookies and sends them back with its own Origin. */
function createBrowser(address: string, cookies: string[]) {
  const jar = new Map<string, string>();
  const browser = createClient({
    baseUrl: address,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set("origin", address);
      headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
      const response = await fetch(url, { ...init, headers });
      for (const cookie of response.headers.getSetCookie()) {
        cookies.push(cookie);
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === "") jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    },
  });
  return { ...browser, cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
}

/** Start form with order and photo, then one step of after-sales service. */
export const RETURNS: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "returns",
  name: { en: "Returns", "zh-CN": "退货" },
  variables: {
    type: "object",
    properties: {
      orderNo: { type: "string", title: { en: "Order", "zh-CN": "订单号" }, maxLength: 40 },
      photo: { type: "string", format: "photo", title: { en: "Photo", "zh-CN": "照片" } },
      note: { type: "string", title: { en: "Note", "zh-CN": "备注" } },
    },
  },
  roles: [{ id: "cs", name: { en: "Service", "zh-CN": "客服" } }],
  forms: [
    {
      id: "ask",
      sections: [
        {
          fields: [
            { field: "orderNo", mode: "edit", required: true },
            { field: "photo", mode: "edit" },
          ],
        },
      ],
    },
    {
      id: "review",
      sections: [
        {
          fields: [
            { field: "orderNo", mode: "read" },
            { field: "note", mode: "edit", required: true },
          ],
        },
      ],
    },
  ],
  nodes: [
    { id: "begin", kind: "start", form: "ask" },
    {
      id: "check",
      kind: "userTask",
      name: { en: "Check the return", "zh-CN": "审核退货" },
      who: { type: "role", role: "cs" },
      form: "review",
    },
    { id: "done", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "begin", target: "check" },
    { id: "e2", source: "check", target: "done" },
  ],
};
