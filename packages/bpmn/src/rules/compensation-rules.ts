import type { XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, isForCompensation, triggersOf } from "./bpmn-model.ts";
import { is, isActivity } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const boundaries = (model: BpmnModel) =>
  model.once("compensation boundaries", () =>
    model.all("boundaryEvent").filter((event) => triggersOf(event, model).includes("compensate")),
  );
const handlers = (model: BpmnModel) =>
  model.flowNodes.filter((one) => isActivity(one) && isForCompensation(one));

/** Activities that associations connect with an event, whichever way they are drawn. */
function associated(event: XmlElement, model: BpmnModel): readonly XmlElement[] {
  const byEvent = model.once("associated", () => {
    const found = new Map<XmlElement, XmlElement[]>();
    for (const line of model.all("association")) {
      const [source, target] = [model.refers(line, "sourceRef"), model.refers(line, "targetRef")];
      for (const [end, other] of [
        [source, target],
        [target, source],
      ] as const) {
        if (!end || !other || !isActivity(other)) continue;
        const list = found.get(end) ?? [];
        list.push(other);
        found.set(end, list);
      }
    }
    return found;
  });
  return byEvent.get(event) ?? [];
}

/** All activities that a compensation event leads to. */
function used(model: BpmnModel): ReadonlySet<XmlElement> {
  return model.once(
    "used handlers",
    () => new Set(boundaries(model).flatMap((event) => associated(event, model))),
  );
}

export const COMPENSATION_RULES = {
  "rule.compensation-handler-connected": {
    section: "10.7.1",
    message: {
      en: "A sequence flow leads to or from “{id}”, which only undoes another activity.",
      "zh-CN": "“{id}”只用于补偿其他活动，但有顺序流与其相连。",
    },
    fix: {
      en: "Delete the sequence flow; the boundary event and an association are enough.",
      "zh-CN": "请删除该顺序流；用边界事件和关联线连接即可。",
    },
    find: each(handlers, (one, model) => model.incoming(one).length + model.outgoing(one).length > 0),
  },
  "rule.compensation-boundary-flow": {
    section: "10.7.1",
    message: {
      en: "A sequence flow leaves the compensation event “{id}”.",
      "zh-CN": "补偿边界事件“{id}”有引出的顺序流。",
    },
    fix: {
      en: "Connect it with what undoes the activity by an association.",
      "zh-CN": "请用关联线将其与补偿活动相连。",
    },
    find: each(boundaries, (event, model) => model.outgoing(event).length > 0),
  },
  "rule.compensation-boundary-without-handler": {
    section: "10.7.1",
    message: {
      en: "No association leads from the compensation event “{id}” to the one activity that undoes.",
      "zh-CN": "补偿边界事件“{id}”没有用关联线连接唯一的补偿活动。",
    },
    fix: {
      en: "Draw one association to the activity that undoes.",
      "zh-CN": "请画一条关联线连接补偿活动。",
    },
    find: each(
      boundaries,
      (event, model) => associated(event, model).length !== 1 && model.outgoing(event).length === 0,
    ),
  },
  "rule.compensation-handler-unmarked": {
    section: "10.7.1",
    message: {
      en: "“{id}” undoes another activity, but is not marked as compensation.",
      "zh-CN": "“{id}”用于补偿其他活动，但没有标记为补偿活动。",
    },
    fix: { en: "Set “isForCompensation”.", "zh-CN": "请设置“isForCompensation”。" },
    find: function* (model) {
      for (const event of boundaries(model)) {
        for (const handler of associated(event, model)) {
          if (!isForCompensation(handler)) yield { element: handler };
        }
      }
    },
  },
  "rule.compensation-handler-unused": {
    section: "10.7.1",
    message: {
      en: "“{id}” is marked as compensation, but no compensation event leads to it.",
      "zh-CN": "“{id}”标记为补偿活动，但没有补偿边界事件与其相连。",
    },
    fix: {
      en: "Attach a compensation event to the activity that it undoes, and associate both.",
      "zh-CN": "请在被补偿的活动上附着补偿边界事件，并用关联线相连。",
    },
    find: each(handlers, (one, model) => {
      return !used(model).has(one) && model.incoming(one).length + model.outgoing(one).length === 0;
    }),
  },
  "rule.compensation-of": {
    section: "10.7.2",
    message: {
      en: "The event “{id}” undoes something that is no activity.",
      "zh-CN": "事件“{id}”要补偿的不是活动。",
    },
    fix: { en: "Choose the activity that is to be undone.", "zh-CN": "请选择要补偿的活动。" },
    find: each(
      (model) => model.all("intermediateThrowEvent", "endEvent"),
      (event, model) =>
        event.children.some((definition) => {
          if (!is(definition, "compensateEventDefinition")) return false;
          const activity = model.refers(definition, "activityRef");
          return activity !== undefined && !isActivity(activity);
        }),
    ),
  },
} satisfies BpmnRules;
