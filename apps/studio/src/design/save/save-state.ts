import type { Draft } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";

/** How the edits of a flow stand with the server. `kept`: this browser has them meanwhile. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: string | null }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  | { readonly kind: "offline"; readonly kept: boolean }
  /** Somebody else saved; null: the draft was deleted. `base`: what both began from. */
  | { readonly kind: "conflict"; readonly theirs: Draft | null; readonly base: WorkflowDefinition }
  | { readonly kind: "refused"; readonly error: unknown; readonly kept: boolean };
