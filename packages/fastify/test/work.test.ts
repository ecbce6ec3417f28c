import { ApiError } from "@flowright/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openServer, RETURNS } from "./open-server.ts";

let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  server = await openServer();
  await server.client().definitions.publish({ definition: RETURNS, note: "first" });
}, 60_000);
afterAll(() => server.close());

async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    () => new Error("not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw error;
  return error.problem;
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const { status, code } = await problemOf(call);
  return `${status} ${code}`;
}

describe("from a token to a finished case", () => {
  it("publishes, starts, claims, completes, and tells the history", async () => {
    const admin = server.client();
    const started = await admin.instances.start(
      { definitionId: "returns", businessKey: "A-1", variables: { orderNo: "A-1" } },
      { idempotencyKey: "order-A-1" },
    );
    const again = await admin.instances.start(
      { definitionId: "returns", businessKey: "A-1", variables: { orderNo: "A-1" } },
      { idempotencyKey: "order-A-1" },
    );
    expect(again.id).toBe(started.id);
    expect(
      await codeOf(
        admin.instances.start(
          { definitionId: "returns", variables: { orderNo: "A-2" } },
          { idempotencyKey: "order-A-1" },
        ),
      ),
    ).toBe("422 idempotency.body-differs");

    const wang = server.browser();
    await wang.sessions.signIn("east-wang", "wang password");
    const { items } = await wang.tasks.list({ box: "available" });
    const [task] = items.filter(({ instanceId }) => instanceId === started.id);
    expect(task?.name).toEqual({ en: "Check the return", "zh-CN": "审核退货" });
    await wang.tasks.claim(task?.id ?? "");
    const refused = await problemOf(wang.tasks.complete(task?.id ?? "", { data: {} }));
    expect([refused.status, refused.problems?.[0]?.path]).toEqual([422, "/data/note"]);
    await wang.tasks.saveDraft(task?.id ?? "", { note: "half" });
    expect((await wang.tasks.readDraft(task?.id ?? ""))?.data).toEqual({ note: "half" });
    await wang.tasks.complete(task?.id ?? "", { data: { note: "fine" }, comment: "looks good" });

    const finished = await admin.instances.read(started.id);
    expect([finished.status, finished.variables]).toEqual(["completed", { orderNo: "A-1", note: "fine" }]);
    const { items: turns } = await admin.instances.events(started.id);
    expect(turns.map(({ command }) => command)).toContain("task.complete");
    expect((await admin.instances.list({ search: "A-1" })).items.map(({ id }) => id)).toEqual([started.id]);
  });

  it("counts the cases of each version, open and finished", async () => {
    const admin = server.client();
    const [usage] = await admin.definitions.usage("returns");
    const all = (await admin.instances.list({ definitionId: "returns", limit: 200 })).items;
    const open = all.filter(({ status }) => status === "active").length;
    expect(usage).toEqual({ version: 1, open, finished: all.length - open });
    expect(all.length).toBeGreaterThan(0);
    expect(await codeOf(admin.definitions.usage("nothing"))).toBe("404 definition.unknown");
  });

  it("starts many at once", async () => {
    const admin = server.client();
    const body = { definitionId: "returns", variables: { orderNo: "M" } };
    const started = await admin.instances.startMany([body, body, body], { idempotencyKey: "many" });
    expect(new Set(started.map(({ id }) => id)).size).toBe(3);
    expect(await codeOf(admin.instances.startMany([]))).toBe("422 request.invalid");
    expect(await codeOf(admin.instances.startMany([body, { ...body, definitionId: "nothing" }]))).toMatch(
      /^404/,
    );
  });

  it("pages without gaps", async () => {
    const admin = server.client();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof admin.instances.list>> = await admin.instances.list({
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
    const all = await admin.instances.list({ limit: 200 });
    expect(seen).toEqual(all.items.map(({ id }) => id));
  });

  it("refuses a broken definition with every problem and its place", async () => {
    const admin = server.client();
    const broken = { ...RETURNS, edges: [{ id: "e1", source: "begin", target: "nowhere" }] };
    const { problems } = await admin.definitions.validate(broken);
    expect(problems.map(({ code }) => code)).toContain("edge.target-unknown");
    const refused = await problemOf(admin.definitions.publish({ definition: broken }));
    expect([refused.status, refused.problems?.some(({ code }) => code === "edge.target-unknown")]).toEqual([
      422,
      true,
    ]);
    expect((await admin.definitions.validate({})).problems.length).toBeGreaterThan(0);
  });
});

describe("drafts", () => {
  it("are saved under an optimistic lock with ETag", async () => {
    const admin = server.client();
    const first = await admin.drafts.save("returns", { definition: { id: "returns" }, basedOn: 1 }, null);
    const { headers } = await fetch(`${server.baseUrl}/api/v1/drafts/returns`, {
      headers: { authorization: "Bearer administrator-of-the-tests" },
    });
    expect(headers.get("etag")).toBe(`"${first.revision}"`);
    await admin.drafts.save("returns", { definition: { id: "returns", x: 1 } }, first.revision);
    expect(
      await codeOf(admin.drafts.save("returns", { definition: { id: "returns" } }, first.revision)),
    ).toBe("412 draft.stale");
    const unlocked = await fetch(`${server.baseUrl}/api/v1/drafts/returns`, {
      method: "PUT",
      headers: { authorization: "Bearer administrator-of-the-tests", "content-type": "application/json" },
      body: JSON.stringify({ definition: {} }),
    });
    expect(unlocked.status).toBe(428);
    await admin.drafts.remove("returns");
    const chinese = `退货${"流程".repeat(49)}`;
    await admin.drafts.save(chinese, { definition: { id: chinese } }, null);
    expect((await admin.drafts.read(chinese)).id).toBe(chinese);
    expect(await codeOf(admin.drafts.read("returns"))).toBe("404 draft.unknown");
  });
});

describe("people", () => {
  it("work in their browser, in their language, until they are deactivated", async () => {
    const boss = server.browser();
    await boss.sessions.signIn("east-boss", "boss password");
    const { password } = await boss.people.create({ user: "liu", name: "刘洋", roles: ["cs"] });
    const liu = server.browser();
    await liu.sessions.signIn("liu", password ?? "");
    await liu.sessions.patchProfile({ language: "zh-CN" });
    expect((await problemOf(liu.people.resetPassword("east-boss"))).detail).toBe("您需要权限 people.write。");
    expect((await liu.sessions.read()).workspace.name).toBe("Shop east");

    const { items } = await liu.tasks.list({ box: "available" });
    await liu.tasks.claim(items[0]?.id ?? "");
    const refused = await problemOf(boss.people.deactivate("liu"));
    expect([refused.status, refused.code, refused.problems?.length]).toEqual([
      409,
      "person.has-open-tasks",
      1,
    ]);
    expect((await boss.people.openTasks("liu")).map(({ id }) => id)).toEqual([items[0]?.id]);
    await boss.people.deactivate("liu", "east-wang");
    expect(await codeOf(liu.sessions.read())).toBe("401 session.none");
    expect((await boss.people.openTasks("east-wang")).map(({ id }) => id)).toEqual([items[0]?.id]);
  });

  it("get a cookie that no script can read", async () => {
    const cookies: string[] = [];
    const zhao = server.browser(cookies);
    await zhao.sessions.signIn("east-zhao", "zhao password");
    expect(cookies[0]).toMatch(
      /^flowright_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await codeOf(zhao.sessions.changePassword({ current: "wrong", password: "new password" }))).toBe(
      "422 profile.password-wrong",
    );
    await zhao.sessions.changePassword({ current: "zhao password", password: "new password" });
    await zhao.sessions.signOut();
    expect(await codeOf(zhao.sessions.read())).toBe("401 session.none");
    expect(await codeOf(zhao.sessions.signIn("east-zhao", "wrong"))).toBe("401 sign-in.refused");
  });

  it("give programs tokens that may do no more than they say", async () => {
    const { secret, token } = await server
      .client()
      .people.createToken({ name: "shop", permissions: ["instance.start"] });
    const shop = server.client(secret);
    await shop.instances.start({ definitionId: "returns", variables: { orderNo: "T" } });
    expect(await codeOf(shop.messages.send({ name: "x" }))).toBe("403 permission.missing");
    expect((await shop.sessions.read()).person.user).toBe("token:shop");
    await server.client().people.removeToken(token.id);
    expect(await codeOf(shop.definitions.list())).toBe("401 session.token-refused");
  });
});

describe("one-click entry", () => {
  it("offers the sample people, and a tab a session beside the browser's", async () => {
    const browser = server.browser();
    const options = await browser.sessions.entryOptions();
    expect(options.people[0]).toEqual({
      user: "west-boss",
      name: "Boss",
      title: "boss",
      workspace: "Shop west",
    });
    await browser.sessions.enter("west-boss");
    const { secret, session } = await browser.sessions.enterInTab("west-wang");
    expect(session.person.name).toBe("王芳");
    expect((await browser.sessions.read()).person.user).toBe("west-boss");
    expect((await server.client(secret).sessions.read()).person.user).toBe("west-wang");
    expect(await codeOf(browser.sessions.enter("east-boss"))).toBe("404 entry.unknown");
    const own = await server.browser().sessions.ownWorkspace("我的店铺");
    expect(own.workspace.name).toBe("我的店铺");
  });
});

describe("files", () => {
  const PNG = Uint8Array.from(
    atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    (character) => character.charCodeAt(0),
  );

  it("belong to the case whose form names them, and are shown without running", async () => {
    const wang = server.browser();
    await wang.sessions.signIn("east-wang", "wang password");
    const photo = await wang.files.upload(new File([PNG], '坏"的.png', { type: "text/html" }));
    expect([photo.mediaType, photo.size, photo.instanceId]).toEqual(["image/png", PNG.length, null]);
    expect((await fetch(server.client().files.url(photo.id))).status).toBe(401);
    const bearer = { authorization: "Bearer administrator-of-the-tests" };
    expect((await fetch(server.client().files.url(photo.id), { headers: bearer })).status).toBe(404);

    const started = await wang.instances.start({
      definitionId: "returns",
      variables: { orderNo: "P", photo: photo.id },
    });
    expect((await server.client().instances.read(started.id)).files.map(({ id }) => id)).toEqual([photo.id]);
    const response = await fetch(server.client().files.url(photo.id), { headers: bearer });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": `inline; filename="___.png"; filename*=UTF-8''%E5%9D%8F_%E7%9A%84.png`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
  });

  it("are downloads where they are no picture, and are refused where they are not what they say", async () => {
    const admin = server.client();
    const text = await admin.files.upload(new File(["a,b\n1,2\n"], "a.csv", { type: "text/csv" }));
    const { headers } = await fetch(admin.files.url(text.id), {
      headers: { authorization: "Bearer administrator-of-the-tests" },
    });
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="a.csv"/);
    const upload = (content: BlobPart, type: string) =>
      codeOf(admin.files.upload(new File([content], "x", { type })));
    expect(await upload("<svg onload=alert(1)>", "image/svg+xml")).toBe("415 file.content-differs");
    expect(await upload("<script>", "text/html")).toBe("415 file.content-differs");
    expect(await upload("not a picture", "image/png")).toBe("415 file.content-differs");
    expect(await upload("MZ\0\0".padEnd(300, "\0"), "text/plain")).toMatch(/^415 file\./);
    expect(await upload("", "text/plain")).toBe("422 file.empty");
    expect(await upload(new Uint8Array(20 * 1024 * 1024 + 1).fill(65), "text/plain")).toBe(
      "413 file.too-large",
    );
    expect(
      await codeOf(
        admin.files.upload(new File(["x"], "x.txt", { type: "text/plain" }), { instanceId: "nothing" }),
      ),
    ).toBe("404 file.case-unknown");
  });
});

describe("systems", () => {
  it("keep their secret, and can be tried where the program offers it", async () => {
    const admin = server.client();
    const system = {
      id: "shop",
      name: "Shop",
      address: "https://shop.example",
      secret: "s3cret",
      operations: [],
    };
    expect(await admin.systems.save(system)).toMatchObject({ hasSecret: true });
    expect(JSON.stringify(await admin.systems.list())).not.toContain("s3cret");
    expect(await codeOf(admin.systems.tryCall("shop", { operation: "x", input: {} }))).toBe(
      "503 system.try-unavailable",
    );
    await admin.systems.remove("shop");
    expect(await codeOf(admin.systems.remove("shop"))).toBe("404 system.unknown");
  });
});
