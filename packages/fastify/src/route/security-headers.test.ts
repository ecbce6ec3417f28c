import helmet from "@fastify/helmet";
import Fastify from "fastify";
import { expect, it } from "vitest";
import { sendSecurityHeaders } from "./security-headers.ts";

it.each([false, true])("are those that helmet sends (https: %s)", async (https) => {
  const ours = Fastify();
  sendSecurityHeaders(ours, { https });
  const theirs = Fastify();
  await theirs.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: "same-origin" },
    hsts: https,
  });
  const answers = [];
  for (const app of [ours, theirs]) {
    app.get("/", async () => "fine");
    const { headers } = await app.inject("/");
    answers.push({ ...headers, date: "" });
    await app.close();
  }
  expect(answers[0]).toEqual(answers[1]);
});
