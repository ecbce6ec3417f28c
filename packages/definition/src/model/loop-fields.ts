import type { Field, Node } from "../generated/workflow.ts";
import { isActivity } from "./node-kinds.ts";
import { type ScopeVariables, withFields } from "./with-fields.ts";

/** The number of an instance or of a round, from 1. */
const INDEX: Field = { type: "integer", title: { en: "Number of this round", "zh-CN": "当前轮次" } };
const ITEM_TITLE = { en: "Item of this round", "zh-CN": "当前项" };

/** What the end of a step that is done once per item sees beside the instance's own data. */
const COUNTERS: ScopeVariables = {
  numberOfInstances: { type: "integer" },
  numberOfActiveInstances: { type: "integer" },
  numberOfCompletedInstances: { type: "integer" },
  numberOfTerminatedInstances: { type: "integer" },
};

/** The fields that one round of a step sees: `outer` itself where the step is done once. */
export function withLoopFields(outer: ScopeVariables, node: Node): ScopeVariables {
  if (!isActivity(node) || !node.loop) return outer;
  if (node.loop.type === "standard") return withFields(outer, { index: INDEX });
  const item = itemField(outer, node.loop.collection);
  return withFields(outer, { [node.loop.item ?? "item"]: item, index: INDEX });
}

/** The fields that the condition for ending a step early sees. */
export function withCounters(instance: ScopeVariables): ScopeVariables {
  return withFields(instance, COUNTERS);
}

/** What is known of one item: where the list is a field, what the field says of its rows. */
function itemField(outer: ScopeVariables, collection: string): Field {
  const [first = "", ...rest] = collection.trim().split(".");
  let field = outer[first];
  for (const name of rest) field = field?.properties?.[name];
  const items = field?.type === "array" ? field.items : undefined;
  return items ? { title: ITEM_TITLE, ...items } : { title: ITEM_TITLE };
}
