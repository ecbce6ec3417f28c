import type { NewRole, SaveSystem } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import type { Caller, NewWorkspace, Runtime } from "@flowright/runtime";

/**
 * What a sample has to offer. The samples lie above this program in the house, so it finds them as files at run
 * time and knows only their shape.
 */
export interface Sample {
  readonly workspace: Omit<NewWorkspace, "name" | "roles" | "sample"> & {
    readonly name: { readonly en: string; readonly "zh-CN": string };
    readonly roles: readonly NewRole[];
  };
  readonly definition: WorkflowDefinition;
  /** Program of the shop stand-in. */
  readonly shopProgram: string;
  shopSystem(address: string): Omit<SaveSystem, "secret">;
  seedCases(context: {
    readonly runtime: Runtime;
    readonly callerOf: (user: string) => Promise<Caller>;
    readonly system: Caller;
    readonly shop: string;
    readonly setClock: (at: Date | null) => void;
    readonly progress: (done: number, of: number) => void;
  }): Promise<void>;
}

/** Kept in the data folder between starts. */
export interface SampleRecord {
  readonly state: "seeding" | "ready";
  readonly shopSecret: string;
  readonly shopToken: string;
}
