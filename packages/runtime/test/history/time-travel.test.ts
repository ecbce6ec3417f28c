import type { Instance } from "@flowright/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { check, line, pack, wait } from "../turns/flows.ts";
import { accepted, ann, boss, machine, openWorld, person, refused, type World } from "../turns/open-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { definitions } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("travels", [check, pack]) }));
  accepted(await definitions.publish(boss, { definition: line("travels", [check, pack, wait("PT9H")]) }));
});
afterAll(() => world.close());

it("shows a case as it was after each of its turns, and by the version of then", async () => {
  const { instances, tasks } = world.runtime;
  const then: Pick<Instance, "status" | "version" | "variables" | "activeNodes" | "tokens">[] = [];
  const remember = async (id: string) => {
    const { status, version, variables, activeNodes, tokens } = accepted(await instances.read(boss, id));
    then.push({ status, version, variables, activeNodes, tokens });
  };
  const body = { definitionId: "travels", version: 1, variables: { orderNo: "T-1" } };
  const { id } = accepted(await instances.start(machine, body));
  await remember(id);
  const open = async () => (await tasks.list(ann, { box: "available", instanceId: id })).items[0]?.id ?? "";
  accepted(await tasks.complete(ann, await open(), { data: {} }));
  await remember(id);
  accepted(await instances.suspend(boss, id));
  await remember(id);
  accepted(await instances.resume(boss, id));
  await remember(id);
  accepted(await instances.migrate(boss, id, { version: 2 }));
  await remember(id);
  accepted(await tasks.complete(ann, await open(), { data: { weight: 3 } }));
  await remember(id);
  for (const [index, expected] of then.entries()) {
    const moment = accepted(await instances.at(boss, id, index + 1));
    expect(moment).toMatchObject({ ...expected, seq: index + 1, last: then.length });
    // The drawing of then comes along where it is another one.
    expect(moment.definition?.nodes.length).toBe(expected.version === 1 ? 4 : undefined);
  }
  expect(then.map(({ version }) => version)).toEqual([1, 1, 1, 1, 2, 2]);
  expect(accepted(await instances.at(boss, id, 6)).activeNodes).toEqual(["wait"]);
});

it("refuses moments that there are not, and strangers", async () => {
  const { instances } = world.runtime;
  const { id } = accepted(
    await instances.start(machine, { definitionId: "travels", variables: { orderNo: "T-2" } }),
  );
  for (const seq of [0, -1, 2, 1.5, Number.NaN])
    expect(refused(await instances.at(boss, id, seq))).toBe("404 moment.unknown");
  const stranger = person("boss", [], ["instance.read"], "west");
  expect(refused(await instances.at(stranger, id, 1))).toBe("404 instance.unknown");
  expect(refused(await instances.at(boss, "nothing", 1))).toBe("404 instance.unknown");
  await world.admin.query("delete from instance_event where instance_id = $1", [id]);
  expect(refused(await instances.at(boss, id, 1))).toBe("409 moment.lost");
});
