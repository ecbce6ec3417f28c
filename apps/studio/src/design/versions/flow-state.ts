import type { DefinitionVersion, KeptDraft } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { api } from "../../session/api.ts";

/** A state of a flow that can be looked at, compared and restored. */
export interface FlowState {
  readonly id: string;
  readonly title: string;
  /** Under what it is kept once it was read. */
  readonly key: readonly unknown[];
  /** Where it is at hand. */
  readonly definition?: WorkflowDefinition;
  /** Any JSON: a draft may be something that cannot be drawn. */
  read(): Promise<unknown>;
}

/** The id of a published version among the states. */
export function versionState(version: number): string {
  return `v${version}`;
}

/** A published version. */
export function stateOfVersion({ id, version }: DefinitionVersion, title: string): FlowState {
  return {
    id: versionState(version),
    title,
    key: [id, versionState(version)],
    read: async () => (await api().definitions.read(id, version)).definition,
  };
}

/** A kept state of the draft. */
export function stateOfKept(flow: string, { id }: KeptDraft, title: string): FlowState {
  return { id, title, key: [flow, id], read: async () => (await api().drafts.readKept(flow, id)).definition };
}

/** A state that is at hand. */
export function stateAtHand(id: string, title: string, definition: WorkflowDefinition): FlowState {
  return { id, title, key: [id], definition, read: async () => definition };
}
