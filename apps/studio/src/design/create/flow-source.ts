import type { Text } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import type { Language } from "../../i18n/language.ts";
import { textOf } from "../../i18n/text-of.ts";
import { api } from "../../session/api.ts";
import { isDrawable } from "../edit/is-drawable.ts";
import { readDraft } from "../save/read-draft.ts";

/** What a new flow begins with. */
export type FlowSource =
  | { readonly kind: "empty" }
  | { readonly kind: "template" }
  | { readonly kind: "copy"; readonly flow: string | null }
  | { readonly kind: "file"; readonly definition: WorkflowDefinition | null };

/** The content that a source stands for; null for none. */
export async function contentOf(source: FlowSource): Promise<WorkflowDefinition | null> {
  switch (source.kind) {
    case "empty":
      return null;
    case "template":
      return null;
    case "copy":
      return source.flow === null ? null : readFlow(source.flow);
    case "file":
      return source.definition;
  }
}

/** A flow of one's own out of some content: its id, and its name where it was renamed. */
export function newDefinition(
  content: WorkflowDefinition | null,
  id: string,
  name: string,
  language: Language,
): WorkflowDefinition {
  const text: Text = content !== null && textOf(content.name, language) === name ? content.name : name;
  return { schema: "flowright/workflow/v1", nodes: [], edges: [], ...content, id, name: text };
}

/** The draft of a flow, else its latest version. */
async function readFlow(id: string): Promise<WorkflowDefinition> {
  const draft = await readDraft(id);
  if (draft !== null && isDrawable(draft.definition)) return draft.definition;
  return (await api().definitions.read(id)).definition;
}
