import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import websocket from "@fastify/websocket";
import type { Runtime } from "@flowright/runtime";
import Fastify from "fastify";
import { expect, it } from "vitest";
import { flowright } from "../src/flowright.ts";
import { stubObservation } from "./stub-observation.ts";

const runtime = {
  ready: async () => ({ ok: true }),
  observation: stubObservation,
} as unknown as Runtime;

it("lives beside the same plugins of the surrounding server", async () => {
  const app = Fastify();
  await app.register(cookie);
  await app.register(helmet);
  await app.register(rateLimit, { max: 5 });
  await app.register(multipart);
  await app.register(websocket);
  app.get("/mine", async () => ({ mine: true }));
  await app.register(flowright, { runtime, prefix: "/flows" });
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ mine: "not found" }));
  await app.ready();
  expect((await app.inject("/flows/health/ready")).json()).toMatchObject({ status: "ready" });
  expect((await app.inject("/flows/api/v1/tasks")).json()).toMatchObject({ code: "session.none" });
  expect((await app.inject("/nothing")).json()).toEqual({ mine: "not found" });
  const mine = await app.inject("/mine");
  expect([mine.json(), mine.headers["x-ratelimit-limit"]]).toEqual([{ mine: true }, "5"]);
  await app.close();
});

it("lives twice in one server", async () => {
  const app = Fastify();
  await app.register(flowright, { runtime, prefix: "/one" });
  await app.register(flowright, { runtime, prefix: "/two" });
  for (const prefix of ["/one", "/two"]) {
    expect((await app.inject(`${prefix}/health/ready`)).statusCode).toBe(200);
  }
  await app.close();
});
