import { contextOf } from "../value/feel-context.ts";
import type { FeelContext, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { builtIn, type Call, noResult } from "./built-in.ts";
import { pay, sized } from "./list-functions.ts";

type List = readonly FeelValue[];

/** Functions on contexts (records). */
export const contextFunctions = [
  builtIn("get value", "An entry by its name", "按名称取值", [
    "m: context, key: string",
    "any",
    ([context, key]) => (context as FeelContext).get(key as string) ?? null,
  ]),
  builtIn("get entries", "The entries as a list of key and value", "以键值列表返回", [
    "m: context",
    "list",
    ([context], call) =>
      sized(
        (context as FeelContext).names().map((key) =>
          contextOf(
            new Map<string, FeelValue>([
              ["key", key],
              ["value", (context as FeelContext).get(key) ?? null],
            ]),
          ),
        ),
        call,
      ),
  ]),
  builtIn("context", "A record from a list of key and value", "由键值列表生成记录", [
    "entries: list",
    "context",
    ([entries], call) => {
      pay(entries as List, call);
      const values = new Map<string, FeelValue>();
      for (const entry of entries as List) {
        const key = kindOf(entry) === "context" ? (entry as FeelContext).get("key") : undefined;
        if (typeof key !== "string" || values.has(key)) {
          return noResult(call, "every entry needs a key of its own", "每一项都需要唯一的 key");
        }
        const value = (entry as FeelContext).get("value");
        if (value === undefined) return noResult(call, "an entry has no value", "某一项没有 value");
        values.set(key, value);
      }
      return contextOf(values);
    },
  ]),
  builtIn(
    "context put",
    "A record with one entry set",
    "设置记录的一项",
    [
      "context: context, key: string, value: any",
      "context",
      ([context, key, value = null], call) => put(context as FeelContext, key as string, value, call),
    ],
    [
      "context: context, keys: list, value: any",
      "context",
      ([context, keys, value = null], call) => putDeep(context as FeelContext, keys as List, value, call),
    ],
  ),
  builtIn("context merge", "Several records in one", "合并记录", [
    "contexts: list",
    "context",
    ([contexts], call) => {
      const values = new Map<string, FeelValue>();
      for (const context of contexts as List) {
        if (kindOf(context) !== "context")
          return noResult(call, "the list has something else", "列表中有其他值");
        for (const [name, value] of entriesOf(context as FeelContext, call)) values.set(name, value);
      }
      return contextOf(values);
    },
  ]),
];

function put(context: FeelContext, key: string, value: FeelValue, call: Call): FeelContext {
  return contextOf(entriesOf(context, call).set(key, value));
}

function putDeep(context: FeelContext, keys: List, value: FeelValue, call: Call): FeelContext {
  const [key, ...rest] = keys;
  if (typeof key !== "string") return noResult(call, "the keys must be texts", "键必须是文本");
  if (rest.length === 0) return put(context, key, value, call);
  if (keys.length > 100) return noResult(call, "there are too many keys", "键过多");
  const inner = context.get(key) ?? null;
  if (kindOf(inner) !== "context") return noResult(call, "a key leads to no record", "某个键不是记录");
  return put(context, key, putDeep(inner as FeelContext, rest, value, call), call);
}

function entriesOf(context: FeelContext, call: Call): Map<string, FeelValue> {
  const names = context.names();
  call.run.spend(Math.ceil(names.length / 10) + 1, call.place.at);
  return new Map(names.map((name) => [name, context.get(name) ?? null]));
}
