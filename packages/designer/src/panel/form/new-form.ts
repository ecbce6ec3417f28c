import type { Form, LocalizedText, Node, WorkflowDefinition } from "@flowright/definition";

/** An empty form for a step, with an id of its own and the step's name. */
export function newForm(definition: WorkflowDefinition, node: Node): Form {
  const taken = new Set(definition.forms?.map((form) => form.id));
  let id = `${node.id}-form`;
  for (let number = 2; taken.has(id); number++) id = `${node.id}-form-${number}`;
  const title: LocalizedText = node.name ?? { en: "New form", "zh-CN": "新表单" };
  return { id, title, sections: [{ fields: [] }] };
}
