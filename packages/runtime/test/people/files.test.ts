import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "../../src/contract/caller.ts";
import { accepted, insertCase, openPeopleRuntime, refusalOf } from "./people-runtime.ts";

const CASE = "01900000-0000-7000-8000-00000000bbbb";
let runtime: Awaited<ReturnType<typeof openPeopleRuntime>>;
let boss: Caller;
let wang: Caller;
let zhao: Caller;
let stranger: Caller;
beforeAll(async () => {
  runtime = await openPeopleRuntime();
  boss = await runtime.callerOf(await runtime.signIn("east-boss", "correct horse"));
  wang = await runtime.callerOf(await runtime.signIn("east-wang", "battery staple"));
  zhao = { ...wang, user: "east-zhao", roles: ["operator"] };
  stranger = { ...boss, tenant: "west" };
  await insertCase(runtime.admin, "east", CASE, "east-boss", "east-wang");
}, 60_000);
afterAll(() => runtime.close());

async function* bytes(...sizes: number[]) {
  for (const size of sizes) yield new Uint8Array(size).fill(65);
}

function photo(size = 10) {
  return { name: "..\\C:/photos/退货\u202e.jpg", mediaType: "image/jpeg; x=y", body: bytes(size) };
}

it("gives a file to the uploader alone until it belongs to a case, then to the case's readers", async () => {
  const { id, name, mediaType } = accepted(await runtime.files.store(wang, photo()));
  expect([name, mediaType]).toEqual(["退货.jpg", "image/jpeg"]);
  expect(accepted(await runtime.files.read(wang, id)).body).toHaveLength(10);
  expect(refusalOf(await runtime.files.read(boss, id))).toBe("404 file.unknown");

  // As the turn does that takes a form with this file.
  await runtime.admin.query("update file set instance_id = $1 where id = $2", [CASE, id]);
  expect(accepted(await runtime.files.read(boss, id)).info.instanceId).toBe(CASE);
  expect(accepted(await runtime.files.read(wang, id)).info.by).toBe("east-wang");
  expect(refusalOf(await runtime.files.read(zhao, id))).toBe("404 file.unknown");
  expect(refusalOf(await runtime.files.read(stranger, id))).toBe("404 file.unknown");
});

it("takes no file for a case that the uploader may not read", async () => {
  for (const instanceId of [CASE, "01900000-0000-7000-8000-00000000ffff", "x"]) {
    expect(refusalOf(await runtime.files.store(zhao, { ...photo(), instanceId }))).toBe(
      "404 file.case-unknown",
    );
  }
});

it("stops reading at 20 MB", async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read++;
      yield new Uint8Array(1024 * 1024);
    }
  }
  expect(refusalOf(await runtime.files.store(wang, { ...photo(), body: endless() }))).toBe(
    "413 file.too-large",
  );
  expect(read).toBe(21);
});

it("refuses what a browser would run, and nothing at all", async () => {
  for (const mediaType of ["text/html", "image/svg+xml", "application/javascript", ""]) {
    expect(refusalOf(await runtime.files.store(wang, { ...photo(), mediaType }))).toBe("415 file.kind");
  }
  expect(refusalOf(await runtime.files.store(wang, photo(0)))).toBe("422 file.empty");
});

it("keeps a file once per idempotency key", async () => {
  const once = { idempotencyKey: "photo-1" };
  const first = accepted(await runtime.files.store(wang, photo(), once));
  expect(accepted(await runtime.files.store(wang, photo(), once))).toEqual(first);
  expect(refusalOf(await runtime.files.store(wang, photo(11), once))).toBe("422 idempotency.body-differs");
});
