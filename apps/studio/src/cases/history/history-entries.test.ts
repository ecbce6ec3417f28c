import type { EventTurn } from "@flowright/client";
import { expect, test } from "vitest";
import { i18n } from "../../i18n/i18n.ts";
import { historyEntries, type Namer } from "./history-entries.ts";
import { type HistoryTexts, useHistoryTexts } from "./texts.ts";

const { namespace } = useHistoryTexts.catalog;
const namer: Namer = {
  t: ((key: string, values?: object) => i18n.getFixedT("en", namespace)(key, { ...values })) as HistoryTexts,
  person: (user) => user.toUpperCase(),
  role: (role) => `role ${role}`,
  step: (node) => `«${node}»`,
  language: "en",
};
const at = { v: 1, node: "review", scope: 0, token: 1 } as const;

function turn(seq: number, events: EventTurn["events"], actor: string | null = null): EventTurn {
  return { seq, at: `2026-11-24T10:0${seq}:00Z`, actor, command: "x", events };
}

test("a history tells what people and systems did, latest first, with what they wrote", () => {
  const turns = [
    turn(1, [
      { kind: "instance.started", v: 1, variables: {}, by: "lin", businessKey: null, title: null },
      { kind: "node.entered", ...at },
      {
        kind: "task.opened",
        ...at,
        task: 1,
        type: "approval",
        assignee: null,
        candidates: { roles: ["cs"], people: [] },
        due: null,
      },
    ]),
    turn(2, [
      { kind: "approval.decided", ...at, task: 1, by: "wang", decision: "rejected", comment: "No photo." },
      { kind: "task.completed", ...at, task: 1, by: "wang", outcome: "rejected" },
    ]),
  ];
  const comments = [
    { id: "c", instanceId: "i", taskId: null, by: "li", at: "2026-11-24T10:01:30Z", text: "Please look." },
  ];
  expect(historyEntries(turns, comments, namer).map(({ line, note }) => [line, note])).toEqual([
    ["WANG rejected «review»", "No photo."],
    ["LI commented", "Please look."],
    ["«review» opened for role cs", null],
    ["LIN started the case", null],
  ]);
});

test("an incident says in the reader's language what went wrong", () => {
  const raised = turn(1, [
    {
      kind: "incident.raised",
      ...at,
      incident: 1,
      code: "shop.silent",
      params: {},
      message: { en: "The shop did not answer", "zh-CN": "店铺没有响应" },
    },
  ]);
  expect(historyEntries([raised], [], { ...namer, language: "zh-CN" })[0]).toMatchObject({
    tone: "incident",
    note: "店铺没有响应",
  });
});

test("whoever had a damaged case made anew is named, though nothing happened in it", () => {
  const rebuilt = { ...turn(2, [], "lin"), command: "case.rebuild" };
  expect(historyEntries([rebuilt], [], namer).map(({ line }) => line)).toEqual([
    "LIN had the case, which could not be read, put together anew from its history",
  ]);
});
