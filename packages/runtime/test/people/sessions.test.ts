import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accepted, BOOTSTRAP, openPeopleRuntime, refusalOf } from "./people-runtime.ts";

let runtime: Awaited<ReturnType<typeof openPeopleRuntime>>;
beforeAll(async () => {
  runtime = await openPeopleRuntime();
}, 60_000);
afterAll(() => runtime.close());

describe("sign-in", () => {
  it("opens a session whose caller has the permissions of the person's roles", async () => {
    const secret = await runtime.signIn(" East-wang ", "battery staple");
    const session = await runtime.sessions.caller(secret);
    expect(session?.caller).toEqual({
      tenant: "east",
      user: "east-wang",
      roles: ["operator", "cs"],
      permissions: new Set(["instance.start", "task.work"]),
    });
    expect(session?.session.workspace).toEqual({ id: "east", name: "Shop east", sample: false });
  });

  it("tells unknown people, wrong passwords and people without one apart by nothing", async () => {
    const answers = await Promise.all([
      runtime.sessions.signIn("nobody", "x", "192.0.2.9"),
      runtime.sessions.signIn("east-wang", "x", "192.0.2.9"),
      runtime.sessions.signIn("east-zhao", "x", "192.0.2.9"),
    ]);
    expect(answers.map(refusalOf)).toEqual(Array(3).fill("401 sign-in.refused"));
  });

  it("is refused where the password is replaced while it is looked at", async () => {
    const { admin } = runtime;
    const { rows } = await admin.query(
      "select password_hash as hash from person where user_name = 'east-boss'",
    );
    await admin.query("begin");
    await admin.query(
      `update person set password_hash = (select password_hash from person where user_name = 'east-wang')
        where user_name = 'east-boss'`,
    );
    const entering = runtime.sessions.signIn("east-boss", "correct horse", "192.0.2.77");
    await new Promise((later) => setTimeout(later, 500));
    await admin.query("commit");
    const answer = refusalOf(await entering);
    await admin.query("update person set password_hash = $1 where user_name = 'east-boss'", [rows[0].hash]);
    expect(answer).toBe("401 sign-in.refused");
  });

  it("stores neither the password nor the session's secret", async () => {
    const secret = await runtime.signIn("east-boss", "correct horse");
    const { rows } = await runtime.admin.query(
      "select password_hash, encode(secret_hash, 'hex') as hash from person join session using (user_name)",
    );
    expect(
      rows.every(({ password_hash }) => password_hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$")),
    ).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("slows down after five failures, for this user from this address alone", async () => {
    const fail = () => runtime.sessions.signIn("west-wang", "wrong", "198.51.100.1");
    for (let attempt = 1; attempt <= 5; attempt++)
      expect(refusalOf(await fail())).toBe("401 sign-in.refused");
    const sixth = await fail();
    expect(refusalOf(sixth)).toBe("429 sign-in.too-many");
    expect(sixth.ok || sixth.refusal.retryAfter).toBe(1);
    expect(refusalOf(await runtime.sessions.signIn("west-wang", "battery staple", "198.51.100.1"))).toBe(
      "429 sign-in.too-many",
    );
    expect(refusalOf(await runtime.sessions.signIn("west-wang", "battery staple", "198.51.100.2"))).toBe(
      "not refused",
    );
  });

  it("counts attempts at the same moment as well", async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => runtime.sessions.signIn("west-boss", "wrong", "198.51.100.7")),
    );
    expect(answers.map(refusalOf).filter((code) => code === "401 sign-in.refused")).toHaveLength(5);
  });
});

describe("a session", () => {
  it("ends when it is signed out, and says so", async () => {
    const secret = await runtime.signIn("east-wang", "battery staple");
    await runtime.sessions.signOut(secret);
    expect(await runtime.sessions.caller(secret)).toBeNull();
    expect(runtime.ended).toContain("east/east-wang");
  });

  it("ends 14 days after its last use", async () => {
    const secret = await runtime.signIn("east-wang", "battery staple");
    await runtime.admin.query("update session set expires_at = now() + interval '1 day'");
    expect(await runtime.sessions.caller(secret)).not.toBeNull();
    const { rows } = await runtime.admin.query(
      "select max(expires_at) > now() + interval '13 days' as long from session where user_name = 'east-wang'",
    );
    expect(rows[0]?.long).toBe(true);
    await runtime.admin.query("update session set expires_at = now() - interval '1 second'");
    expect(await runtime.sessions.caller(secret)).toBeNull();
  });

  it("moves to another workspace of the person and to no other", async () => {
    await runtime.admin.query(
      "insert into member (tenant_id, user_name, name, roles) values ('west', 'east-boss', 'Boss', '{manager}')",
    );
    const secret = await runtime.signIn("east-boss", "correct horse");
    const moved = accepted(await runtime.sessions.switchWorkspace(secret, "west"));
    expect([moved.workspace.id, moved.workspaces.map(({ id }) => id)]).toEqual(["west", ["east"]]);
    expect((await runtime.callerOf(secret)).tenant).toBe("west");
    expect(refusalOf(await runtime.sessions.switchWorkspace(secret, "north"))).toBe(
      "403 workspace.not-member",
    );
    const again = await runtime.signIn("east-boss", "correct horse");
    expect((await runtime.callerOf(again)).tenant).toBe("west");
    await runtime.sessions.switchWorkspace(again, "east");
  });
});

describe("a password of one's own", () => {
  it("needs the one until now, ends the other sessions, and is slowed down when guessed", async () => {
    const here = await runtime.signIn("west-boss", "correct horse");
    const elsewhere = await runtime.signIn("west-boss", "correct horse");
    const change = (current: string | undefined) =>
      runtime.sessions.changePassword(here, current, "a new secret", "198.51.100.30");
    expect(refusalOf(await change(undefined))).toBe("422 profile.password-wrong");
    accepted(await change("correct horse"));
    expect(await runtime.sessions.caller(elsewhere)).toBeNull();
    expect(await runtime.sessions.caller(here)).not.toBeNull();
    await runtime.signIn("west-boss", "a new secret");
    for (let attempt = 1; attempt <= 5; attempt++) await change("guess");
    expect(refusalOf(await change("a new secret"))).toBe("429 sign-in.too-many");
    expect(refusalOf(await runtime.sessions.changePassword("none", "x", "a new secret", "1"))).toBe(
      "401 session.none",
    );
  });

  it("closes the one-click way back into a workspace of one's own", async () => {
    const { secret, session } = accepted(await runtime.sessions.ownWorkspace("Mine"));
    accepted(await runtime.sessions.changePassword(secret, undefined, "my own secret", "198.51.100.31"));
    expect(refusalOf(await runtime.sessions.enter(session.person.user))).toBe("404 entry.unknown");
    await runtime.signIn(session.person.user, "my own secret");
  });
});

describe("one-click entry", () => {
  it("is for sample people alone, and not for those who work in a real workspace as well", async () => {
    const people = await runtime.sessions.samplePeople();
    expect(people.map(({ user }) => user)).toEqual(["west-boss", "west-wang", "west-zhao"]);
    expect(refusalOf(await runtime.sessions.enter("east-zhao"))).toBe("404 entry.unknown");
    const { session } = accepted(await runtime.sessions.enter("west-zhao"));
    expect(session.workspace.id).toBe("west");
  });

  it("makes an empty workspace of one's own, to which its owner can come back", async () => {
    const { session } = accepted(await runtime.sessions.ownWorkspace("我的店铺"));
    expect(session.workspace).toMatchObject({ name: "我的店铺", sample: false });
    expect(session.permissions).toContain("people.write");
    const { session: again } = accepted(await runtime.sessions.enter(session.person.user));
    expect(again.workspace).toEqual(session.workspace);
  });
});

describe("API tokens", () => {
  it("act in their workspace with their permissions, until they are removed", async () => {
    const boss = await runtime.callerOf(await runtime.signIn("east-boss", "correct horse"));
    const { token, secret } = accepted(
      await runtime.people.createToken(boss, { name: "shop", permissions: ["message.send"] }),
    );
    expect(await runtime.sessions.tokenCaller(secret, "west")).toEqual({
      tenant: "east",
      user: "token:shop",
      permissions: new Set(["message.send"]),
      roles: [],
    });
    const [listed] = await runtime.people.tokens(boss);
    expect(listed?.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(refusalOf(await runtime.people.removeToken(boss, "not-a-uuid"))).toBe("404 token.unknown");
    accepted(await runtime.people.removeToken(boss, token.id));
    expect(await runtime.sessions.tokenCaller(secret)).toBeNull();
  });

  it("never have more permissions than whoever made them", async () => {
    const wang = await runtime.callerOf(await runtime.signIn("east-wang", "battery staple"));
    expect(
      refusalOf(await runtime.people.createToken(wang, { name: "t", permissions: ["people.write"] })),
    ).toBe("403 token.beyond-own");
  });

  it("with the bootstrap token act as administrator in the oldest workspace or the one named", async () => {
    expect(await runtime.sessions.tokenCaller(BOOTSTRAP)).toMatchObject({
      tenant: "east",
      user: "token:bootstrap",
    });
    expect((await runtime.sessions.tokenCaller(BOOTSTRAP, "west"))?.tenant).toBe("west");
    expect((await runtime.sessions.tokenCaller(BOOTSTRAP, "nowhere"))?.tenant).toBe("east");
    expect(await runtime.sessions.tokenCaller(`${BOOTSTRAP}x`)).toBeNull();
  });
});
