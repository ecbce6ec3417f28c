import { isContainer, type Node, nodesOf, type WorkflowDefinition } from "@flowright/definition";
import { OWN_FIELDS, type StepTemplate } from "./step-template.ts";

/** A template as the workspace keeps it: its content, and how often it was changed. */
export interface KeptStepTemplate {
  readonly version: number;
  readonly content: StepTemplate;
}

/** A new step of a template; id and place are the caller's. */
export function stepFromTemplate({ version, content }: KeptStepTemplate, id: string): Node {
  return { id, ...content.step, template: { id: content.id, version } } as unknown as Node;
}

/**
 * A step brought to the version of its template: fields that the template locks or hides take its values, those that
 * it leaves open keep what was set, and open ones that the step never had are filled. Another kind of step, or one of
 * another template, stays as it is.
 */
export function withTemplate(node: Node, { version, content }: KeptStepTemplate): Node {
  if (node.kind !== content.step.kind || templateOf(node)?.id !== content.id) return node;
  const kept = node as unknown as Record<string, unknown>;
  const fixed = Object.entries(content.rules)
    .filter(([field, rule]) => rule !== "open" && !OWN_FIELDS.some((own) => own === field))
    .map(([field]) => field);
  const open = Object.entries(content.step).filter(([field]) => !fixed.includes(field));
  const locked = fixed.filter((field) => content.step[field] !== undefined);
  const rest = Object.fromEntries(Object.entries(kept).filter(([field]) => !fixed.includes(field)));
  return {
    ...Object.fromEntries(open),
    ...rest,
    ...Object.fromEntries(locked.map((field) => [field, content.step[field]])),
    template: { id: content.id, version },
  } as unknown as Node;
}

/** Ids of the steps whose template has changed since, on all levels. */
export function outdatedSteps(
  definition: Pick<WorkflowDefinition, "nodes" | "edges">,
  templates: ReadonlyMap<string, KeptStepTemplate>,
): string[] {
  return [...nodesOf(definition)].flatMap(({ node }) => {
    const used = templateOf(node);
    const current = used === null ? undefined : templates.get(used.id);
    return used !== null && current !== undefined && current.version > used.version ? [node.id] : [];
  });
}

/** A flow with the steps named brought to the versions of their templates; nothing else changes. */
export function withTemplates<Flow extends Pick<WorkflowDefinition, "nodes">>(
  flow: Flow,
  templates: ReadonlyMap<string, KeptStepTemplate>,
  ids: ReadonlySet<string>,
): Flow {
  const nodes = flow.nodes.map((node) => {
    const inside = isContainer(node) ? withTemplates(node, templates, ids) : node;
    const template = templates.get(templateOf(inside)?.id ?? "");
    return ids.has(inside.id) && template !== undefined ? withTemplate(inside, template) : inside;
  });
  return nodes.every((node, index) => node === flow.nodes[index]) ? flow : { ...flow, nodes };
}

/** The template that a step came from; null for none. */
export function templateOf(node: Node): { readonly id: string; readonly version: number } | null {
  return "template" in node && node.template !== undefined ? node.template : null;
}
