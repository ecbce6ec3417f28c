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

/**
 * A flow with what a template's step names. Roles and fields that the flow has already stay as they are; the form is the
 * template's own, so it takes the template's content where it is not there yet, or where the template does not leave it
 * open.
 */
export function withBrought<Flow extends Around>(flow: Flow, { brings, rules }: StepTemplate): Flow {
  if (brings === undefined) return flow;
  const { forms = [], roles = [], fields = {} } = brings;
  const known = flow.variables?.properties ?? {};
  const newFields = Object.entries(fields).filter(([name]) => !(name in known));
  const newRoles = roles.filter(({ id }) => !flow.roles?.some((role) => role.id === id));
  const fixed = rules["form"] === "locked" || rules["form"] === "hidden";
  const newForms = forms.filter((form) => {
    const there = flow.forms?.find(({ id }) => id === form.id);
    return there === undefined || (fixed && JSON.stringify(there) !== JSON.stringify(form));
  });
  return {
    ...flow,
    ...(newFields.length > 0 && {
      variables: {
        ...(flow.variables ?? { type: "object" }),
        properties: { ...known, ...Object.fromEntries(newFields) },
      },
    }),
    ...(newRoles.length > 0 && { roles: [...(flow.roles ?? []), ...newRoles] }),
    ...(newForms.length > 0 && {
      forms: [
        ...(flow.forms ?? []).map((form) => newForms.find(({ id }) => id === form.id) ?? form),
        ...newForms.filter(({ id }) => !flow.forms?.some((form) => form.id === id)),
      ],
    }),
  };
}

type Around = Pick<WorkflowDefinition, "forms" | "roles" | "variables">;

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

/** A flow with the steps named brought to the versions of their templates, and what these steps name. */
export function withTemplates<Flow extends Pick<WorkflowDefinition, "nodes"> & Around>(
  flow: Flow,
  templates: ReadonlyMap<string, KeptStepTemplate>,
  ids: ReadonlySet<string>,
): Flow {
  const used = new Set<StepTemplate>();
  const nodes = newest(flow.nodes, templates, ids, used);
  const start = nodes === flow.nodes ? flow : { ...flow, nodes: [...nodes] };
  return [...used].reduce(withBrought, start);
}

function newest(
  nodes: readonly Node[],
  templates: ReadonlyMap<string, KeptStepTemplate>,
  ids: ReadonlySet<string>,
  used: Set<StepTemplate>,
): readonly Node[] {
  const next = nodes.map((node): Node => {
    const within = isContainer(node) ? newest(node.nodes, templates, ids, used) : null;
    const inside =
      within === null || (isContainer(node) && within === node.nodes) ? node : { ...node, nodes: within };
    const template = templates.get(templateOf(node)?.id ?? "");
    if (!ids.has(node.id) || template === undefined) return inside as Node;
    used.add(template.content);
    return withTemplate(inside as Node, template);
  });
  return next.every((node, index) => node === nodes[index]) ? nodes : next;
}

/** The template that a step came from; null for none. */
export function templateOf(node: Node): { readonly id: string; readonly version: number } | null {
  return "template" in node && node.template !== undefined ? node.template : null;
}
