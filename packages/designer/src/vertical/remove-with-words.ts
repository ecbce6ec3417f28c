import { isContainer, type WorkflowDefinition } from "@flowright/definition";
import type { Command } from "../model/command/command.ts";
import type { DesignerStore } from "../model/designer-store.ts";
import { indexOf } from "../model/document/index-of.ts";
import { isGateway } from "../model/geometry/size-of.ts";
import { textsOf } from "../texts/texts-of.ts";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** Takes something out of the column and says what went with it. */
export function removeWithWords(store: DesignerStore, command: Command): void {
  const before = counted(store.getState().definition);
  const outcome = store.getState().run(command);
  if (!outcome.ok) return;
  const after = counted(store.getState().definition);
  const count = before.steps - after.steps;
  const key = count > 1 ? "gone" : before.gateways > after.gateways ? "dissolved" : null;
  if (key === null) return;
  const text = (language: "en" | "zh-CN") => textsOf(VERTICAL_TEXTS, language)(key, { count });
  store.getState().notify("info", { en: text("en"), "zh-CN": text("zh-CN") });
}

/** Steps that do something, and gateways. */
function counted(definition: WorkflowDefinition): { steps: number; gateways: number } {
  const all = [...indexOf(definition).nodes.values()].map(({ node }) => node);
  const gateways = all.filter((node) => !isContainer(node) && isGateway(node.kind)).length;
  return { steps: all.filter(({ kind }) => kind !== "boundary").length - gateways, gateways };
}
