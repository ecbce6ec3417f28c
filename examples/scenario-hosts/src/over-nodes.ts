import type { ScenarioApi } from "./scenario-api.ts";

type Group = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** One person's access to several processes on one database: each request goes to the next process. */
export function overNodes(nodes: readonly ScenarioApi[]): ScenarioApi {
  let turn = 0;
  const groups = Object.entries(nodes[0] ?? {}).map(([name, group]) => [
    name,
    Object.fromEntries(
      Object.keys(group).map((verb) => [
        verb,
        (...args: readonly unknown[]) => {
          const node = nodes[turn++ % nodes.length] as unknown as Readonly<Record<string, Group>>;
          return node[name]?.[verb]?.(...args);
        },
      ]),
    ),
  ]);
  return Object.fromEntries(groups) as ScenarioApi;
}
