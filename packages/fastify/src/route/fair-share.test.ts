import { expect, it } from "vitest";
import { createFairShare } from "./fair-share.ts";

/** Requests that are begun, in order, and how to answer them. */
function requests() {
  let clock = 0;
  const share = createFairShare(() => clock);
  const begun: string[] = [];
  const leaves = new Map<string, (() => void)[]>();
  return {
    begun,
    ask: (workspace: string) =>
      share.enter(workspace).then((leave) => {
        begun.push(workspace);
        leaves.set(workspace, [...(leaves.get(workspace) ?? []), leave]);
      }),
    answer: (workspace: string) => leaves.get(workspace)?.shift()?.(),
    later: (milliseconds: number) => {
      clock += milliseconds;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const count = (begun: readonly string[], workspace: string) =>
  begun.filter((one) => one === workspace).length;

it("lets a workspace that asks alone have everything", async () => {
  const { ask, begun } = requests();
  for (let index = 0; index < 500; index++) void ask("flood");
  await settle();
  expect(begun).toHaveLength(500);
});

it("lets others pass a flood, and goes on with it in its own order", async () => {
  const { ask, answer, begun } = requests();
  await ask("quiet");
  answer("quiet");
  for (let index = 0; index < 100; index++) void ask("flood");
  await settle();
  expect(count(begun, "flood")).toBe(8);
  await ask("quiet");
  expect(count(begun, "quiet")).toBe(2);
  // The other one has taken a place, so the first answer frees none.
  for (let index = 0; index < 4; index++) answer("flood");
  await settle();
  expect(count(begun, "flood")).toBe(11);
  answer("quiet");
  await settle();
  for (let index = 0; index < 96; index++) {
    answer("flood");
    await settle();
  }
  expect(count(begun, "flood")).toBe(100);
});

it("tells the flood to come back where too many of it wait, and nobody else", async () => {
  const { ask } = requests();
  await ask("quiet");
  const refused: { refusal?: { status: number; retryAfter?: number } }[] = [];
  for (let index = 0; index < 300; index++) ask("flood").catch((error) => refused.push(error));
  await settle();
  expect(refused).toHaveLength(300 - 256 - 7);
  expect(refused[0]?.refusal).toMatchObject({ status: 503, retryAfter: 1 });
  await ask("quiet");
});

it("forgets who has not asked for a while", async () => {
  const { ask, answer, begun, later } = requests();
  await ask("quiet");
  answer("quiet");
  for (let index = 0; index < 20; index++) void ask("flood");
  await settle();
  expect(count(begun, "flood")).toBe(8);
  later(6_000);
  answer("flood");
  await settle();
  expect(count(begun, "flood")).toBe(20);
});
