import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "../../src/contract/caller.ts";
import { accepted, insertCase, openPeopleRuntime, refusalOf } from "./people-runtime.ts";

let runtime: Awaited<ReturnType<typeof openPeopleRuntime>>;
let boss: Caller;
beforeAll(async () => {
  runtime = await openPeopleRuntime();
  boss = await runtime.callerOf(await runtime.signIn("east-boss", "correct horse"));
}, 60_000);
afterAll(() => runtime.close());

describe("people", () => {
  it("are created with a password that is shown once, and can sign in with it", async () => {
    const body = { user: "liu", name: "刘洋", roles: ["operator"] };
    const { person, password } = accepted(
      await runtime.people.create(boss, body, { idempotencyKey: "first" }),
    );
    expect(person).toEqual({
      user: "liu",
      name: "刘洋",
      roles: ["operator"],
      active: true,
      language: null,
      openTasks: 0,
    });
    await runtime.signIn("liu", password ?? "");
    const again = accepted(await runtime.people.create(boss, body, { idempotencyKey: "first" }));
    expect(again).toEqual({ person });
    expect(
      refusalOf(await runtime.people.create(boss, { ...body, user: "liu2" }, { idempotencyKey: "first" })),
    ).toBe("422 idempotency.body-differs");
    expect(refusalOf(await runtime.people.create(boss, body))).toBe("409 person.user-taken");
  });

  it("keep losing a role that is taken away while they are renamed", async () => {
    await runtime.admin.query("begin");
    await runtime.admin.query("update member set roles = '{}' where user_name = 'east-zhao'");
    const renamed = runtime.people.patch(boss, "east-zhao", { name: "赵敏" });
    await new Promise((later) => setTimeout(later, 200));
    await runtime.admin.query("commit");
    expect(accepted(await renamed)).toMatchObject({ name: "赵敏", roles: [] });
  });

  it("are created once, however often at the same moment", async () => {
    const body = { user: "many", name: "Many", roles: [] };
    const results = await Promise.all(
      Array.from({ length: 5 }, () => runtime.people.create(boss, body, { idempotencyKey: "many" })),
    );
    expect(results.map(refusalOf)).toEqual(Array(5).fill("not refused"));
    expect(results.filter((result) => result.ok && result.value.password)).toHaveLength(1);
  });

  it("get only roles that exist, and the refusal names the place", async () => {
    const result = await runtime.people.create(boss, { user: "x", name: "X", roles: ["operator", "king"] });
    expect(refusalOf(result)).toBe("422 person.role-unknown");
    expect(result.ok || result.refusal.problem.path).toBe("/roles/1");
  });

  it("of another workspace are not there", async () => {
    expect((await runtime.people.list(boss)).some(({ user }) => user.startsWith("west"))).toBe(false);
    const attempts = await Promise.all([
      runtime.people.patch(boss, "west-wang", { name: "Mine" }),
      runtime.people.resetPassword(boss, "west-wang"),
      runtime.people.deactivate(boss, "west-wang"),
      runtime.people.activate(boss, "west-wang"),
      runtime.people.openTasks(boss, "west-wang"),
    ]);
    expect(attempts.map(refusalOf)).toEqual(Array(5).fill("404 person.unknown"));
  });

  it("lose and gain permissions with their next request", async () => {
    const secret = await runtime.signIn("east-wang", "battery staple");
    accepted(await runtime.people.patch(boss, "east-wang", { roles: ["designer"], language: "zh-CN" }));
    const session = await runtime.sessions.caller(secret);
    expect(session?.caller.permissions.has("definition.publish")).toBe(true);
    expect(session?.session.person.language).toBe("zh-CN");
    accepted(await runtime.people.patch(boss, "east-wang", { roles: [] }));
    expect((await runtime.callerOf(secret)).permissions.size).toBe(0);
  });

  it("have to sign in anew after their password was reset", async () => {
    const secret = await runtime.signIn("east-wang", "battery staple");
    const { password } = accepted(await runtime.people.resetPassword(boss, "east-wang"));
    expect(await runtime.sessions.caller(secret)).toBeNull();
    expect(runtime.ended).toContain("east/east-wang");
    await runtime.signIn("east-wang", password);
  });

  it("who work elsewhere too keep their password", async () => {
    await runtime.admin.query(
      "insert into member (tenant_id, user_name, name, roles) values ('east', 'west-zhao', 'Zhao', '{}')",
    );
    expect(refusalOf(await runtime.people.resetPassword(boss, "west-zhao"))).toBe(
      "409 person.in-other-workspaces",
    );
  });
});

describe("deactivation", () => {
  it("is refused with the open tasks until somebody takes them over, then ends the sessions", async () => {
    await insertCase(runtime.admin, "east", "01900000-0000-7000-8000-00000000aaaa", "east-boss", "leaver");
    accepted(
      await runtime.people.create(boss, { user: "leaver", name: "Leaver", roles: [], password: "12345678" }),
    );
    const secret = await runtime.signIn("leaver", "12345678");
    const refused = await runtime.people.deactivate(boss, "leaver");
    expect(refusalOf(refused)).toBe("409 person.has-open-tasks");
    expect(refused.ok || refused.refusal.problems?.map(({ params }) => params)).toEqual([
      { task: "01900000-0000-7000-8000-00000000aaaa.1", name: "Review", number: "RET-aaaa" },
    ]);
    expect(accepted(await runtime.people.openTasks(boss, "leaver"))).toHaveLength(1);
    expect(await runtime.sessions.caller(secret)).not.toBeNull();

    expect(refusalOf(await runtime.people.deactivate(boss, "leaver", "leaver"))).toBe(
      "422 person.successor-unfit",
    );
    expect(accepted(await runtime.people.deactivate(boss, "leaver", "east-zhao")).active).toBe(false);
    expect(await runtime.sessions.caller(secret)).toBeNull();
    expect(refusalOf(await runtime.sessions.signIn("leaver", "12345678", "192.0.2.3"))).toBe(
      "403 sign-in.no-workspace",
    );
    expect(accepted(await runtime.people.openTasks(boss, "east-zhao"))).toHaveLength(1);

    accepted(await runtime.people.activate(boss, "leaver"));
    await runtime.signIn("leaver", "12345678");
  });

  it("is not for oneself", async () => {
    expect(refusalOf(await runtime.people.deactivate(boss, boss.user))).toBe("409 person.self");
  });
});

describe("roles", () => {
  it("are made, changed and removed, and their members are listed", async () => {
    const name = { en: "Returns desk", "zh-CN": "退货台" };
    accepted(await runtime.people.createRole(boss, { id: "desk", name, permissions: ["task.work"] }));
    expect(refusalOf(await runtime.people.createRole(boss, { id: "desk", name, permissions: [] }))).toBe(
      "409 role.taken",
    );
    accepted(await runtime.people.patch(boss, "east-zhao", { roles: ["desk"] }));
    const changed = await runtime.people.updateRole(boss, "desk", { name, permissions: ["instance.read"] });
    expect(accepted(changed)).toEqual({
      id: "desk",
      name,
      permissions: ["instance.read"],
      builtIn: false,
      members: ["east-zhao"],
    });
    expect(refusalOf(await runtime.people.removeRole(boss, "desk"))).toBe("409 role.has-members");
    accepted(await runtime.people.patch(boss, "east-zhao", { roles: [] }));
    accepted(await runtime.people.removeRole(boss, "desk"));
    expect(refusalOf(await runtime.people.removeRole(boss, "admin"))).toBe("409 role.built-in");
  });

  it("leave somebody who may manage people, whatever is changed", async () => {
    const name = "Administrator";
    expect(refusalOf(await runtime.people.patch(boss, "east-boss", { roles: ["operator"] }))).toBe(
      "409 people.last-administrator",
    );
    expect(refusalOf(await runtime.people.updateRole(boss, "admin", { name, permissions: [] }))).toBe(
      "409 people.last-administrator",
    );
    expect((await runtime.people.roles(boss)).find(({ id }) => id === "admin")?.permissions).toContain(
      "people.write",
    );
  });

  it("leave somebody even when two administrators remove each other at the same moment", async () => {
    accepted(await runtime.people.patch(boss, "east-zhao", { roles: ["admin"] }));
    const zhao = { ...boss, user: "east-zhao" };
    const results = await Promise.all([
      runtime.people.deactivate(boss, "east-zhao", "east-boss"),
      runtime.people.deactivate(zhao, "east-boss", "east-zhao"),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await runtime.admin.query(
      "select from member where tenant_id = 'east' and active and 'admin' = any(roles)",
    );
    expect(rows).toHaveLength(1);
  });
});
