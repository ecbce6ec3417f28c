import { ApiError } from "@flowright/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BOOTSTRAP, openServer } from "./open-server.ts";

let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  server = await openServer();
});
afterAll(async () => {
  await server.app.close();
  await server.runtime.close();
});

async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "accepted";
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return `${error.status} ${error.problem.code}`;
  }
}

it("says for how long finished cases are kept, checks rules and refuses what does not fit", async () => {
  const { retention } = server.client();
  expect(await retention.check({ flow: null, days: 30, export: false })).toEqual({
    cases: 0,
    oldest: null,
    newest: null,
  });
  await retention.save({ flow: null, days: 30, export: false });
  expect(await retention.read()).toMatchObject({
    rules: [{ flow: null, days: 30, export: false, due: { cases: 0 } }],
    archive: false,
    runs: [],
  });
  expect(await retention.save({ flow: null, days: null, export: false })).toMatchObject({ days: null });
  expect(await problemOf(retention.save({ flow: null, days: 7.5, export: false }))).toBe(
    "422 retention.too-short",
  );
  expect(await problemOf(retention.run())).toBe("409 retention.nothing-due");
  expect(await problemOf(retention.save({ flow: null, days: 3, export: false }))).toBe("422 request.invalid");
  expect(await problemOf(retention.removeOfFlow("none"))).toBe("404 retention.own-rule-unknown");
});

it("is closed to those who do not run the systems", async () => {
  const { people } = server.client();
  const { secret } = await people.createToken({ name: "reader", permissions: ["instance.operate"] });
  expect(secret).not.toBe(BOOTSTRAP);
  const { retention } = server.client(secret);
  expect(await problemOf(retention.read())).toBe("403 permission.missing");
  expect(await problemOf(retention.run())).toBe("403 permission.missing");
});

it("is in the OpenAPI document", async () => {
  const answer = await server.app.inject({ url: "/api/openapi.json" });
  expect(answer.json().paths).toHaveProperty(["/retention/run", "post"]);
});
