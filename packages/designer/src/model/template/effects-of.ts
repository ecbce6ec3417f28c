import { type Problem, textOf, type WorkflowDefinition } from "@flowright/definition";
import {
  type KeptStepTemplate,
  outdatedSteps,
  type StepTemplate,
  templateOf,
  withBrought,
} from "@flowright/templates";
import { ICON_PATHS, type IconName } from "../../diagram/icon/icon-paths.ts";
import { indexOf } from "../document/index-of.ts";
import { type ElementType, element, type NodeDraft } from "../element/element-type.ts";
import { elementTypeOf } from "../element/element-types.ts";
import { changesFixed } from "./fixed-settings.ts";
import type { StepTemplateEffects } from "./step-templates.ts";

/** What these templates do to a designer. */
export function effectsOf(templates: readonly KeptStepTemplate[]): StepTemplateEffects {
  const byId = new Map(templates.map((template) => [template.content.id, template]));
  const told = new Map<string, Problem>();
  return {
    elements: templates.map(elementOf),
    icons: new Map(
      templates.flatMap(({ content }) => {
        const icon = iconOfTemplate(content);
        return icon === undefined ? [] : [[content.id, icon]];
      }),
    ),
    follow: (before, after) => following(byId, before, after),
    refuses: (before, after) => changesFixed(byId, before, after),
    outdated: (definition) =>
      outdatedSteps(definition, byId).map((id) => {
        const path = `${indexOf(definition).nodes.get(id)?.path}/template`;
        const key = `${id} ${path}`;
        const problem = told.get(key) ?? newerProblem(id, path);
        told.set(key, problem);
        return problem;
      }),
  };
}

function elementOf({ version, content }: KeptStepTemplate): ElementType {
  const draft = { ...content.step, template: { id: content.id, version } } as unknown as NodeDraft;
  const kind = elementTypeOf({ id: "", ...draft } as Parameters<typeof elementTypeOf>[0]);
  const both = (text: StepTemplate["name"]) => [textOf(text, "en"), textOf(text, "zh-CN")] as const;
  return {
    ...element(
      `template-${content.id}`,
      kind.family,
      {
        name: both(content.name),
        hint: both(content.description),
        keywords: [kind.name.en, kind.name["zh-CN"]],
      },
      () => structuredClone(draft),
      () => false,
    ),
    template: { id: content.id, version },
    icon: iconOfTemplate(content),
  };
}

/** A drawing that this designer does not have is that of the kind. */
function iconOfTemplate({ icon }: StepTemplate): IconName | undefined {
  return icon !== undefined && Object.hasOwn(ICON_PATHS, icon) ? (icon as IconName) : undefined;
}

function following(
  templates: ReadonlyMap<string, KeptStepTemplate>,
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): WorkflowDefinition {
  const old = indexOf(before).nodes;
  const arrived = new Set<StepTemplate>();
  for (const [id, { node }] of indexOf(after).nodes) {
    const used = templateOf(node);
    const was = old.get(id)?.node;
    if (used === null || (was !== undefined && templateOf(was)?.id === used.id)) continue;
    const kept = templates.get(used.id);
    if (kept !== undefined) arrived.add(kept.content);
  }
  return [...arrived].reduce((flow, content) => withBrought(flow, content), after);
}

function newerProblem(node: string, path: string): Problem {
  return {
    code: "step-template.newer",
    severity: "warning",
    path,
    node,
    params: {},
    message: {
      en: "A newer form of this step's template exists.",
      "zh-CN": "此节点所用的模板有新版本。",
    },
    fix: {
      en: "Look at what differs, then update the step.",
      "zh-CN": "查看差异后更新节点。",
    },
  };
}
