import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, scopeOf, triggersOf } from "./bpmn-model.ts";
import { type BpmnRules, each } from "./rule.ts";

const THROW = "intermediateThrowEvent";
const CATCH = "intermediateCatchEvent";
const throwing = (model: BpmnModel) => links(model, THROW);
const catching = (model: BpmnModel) => links(model, CATCH);

function links(model: BpmnModel, local: string): readonly XmlElement[] {
  return model.once(`links ${local}`, () =>
    model.all(local).filter((event) => triggersOf(event, model).includes("link")),
  );
}

function nameOf(event: XmlElement): string {
  const link = event.children.find(({ local }) => local === "linkEventDefinition");
  return (link && attributeOf(link, "name")) ?? "";
}

/** The links of one sort that have the name of an event and stand in its scope. */
function counterparts(event: XmlElement, model: BpmnModel, local: string): readonly XmlElement[] {
  const byScope = model.once(`links by name ${local}`, () => {
    const scopes = new Map<XmlElement | null, Map<string, XmlElement[]>>();
    for (const link of links(model, local)) {
      const names = scopes.get(scopeOf(link)) ?? new Map<string, XmlElement[]>();
      scopes.set(scopeOf(link), names);
      const list = names.get(nameOf(link)) ?? [];
      list.push(link);
      names.set(nameOf(link), list);
    }
    return scopes;
  });
  return byScope.get(scopeOf(event))?.get(nameOf(event)) ?? [];
}

export const LINK_RULES = {
  "rule.link-without-target": {
    section: "10.5.5",
    message: {
      en: "The link “{id}” jumps to a name that no link of this process or sub-process catches.",
      "zh-CN": "链接“{id}”跳转的名称在同一流程或子流程中没有对应的捕获链接。",
    },
    fix: {
      en: "Draw the other end, or give both the same name.",
      "zh-CN": "请画出另一端，或使两端名称一致。",
    },
    find: each(throwing, (event, model) => counterparts(event, model, CATCH).length === 0),
  },
  "rule.link-without-source": {
    section: "10.5.5",
    message: {
      en: "No link of this process or sub-process jumps to the link “{id}”.",
      "zh-CN": "同一流程或子流程中没有跳转到链接“{id}”的链接。",
    },
    fix: { en: "Draw the other end, or delete this one.", "zh-CN": "请画出另一端，或删除此链接。" },
    find: each(catching, (event, model) => counterparts(event, model, THROW).length === 0),
  },
  "rule.link-target-twice": {
    section: "10.5.5",
    message: {
      en: "Another link of the same name catches beside “{id}”, so that nobody knows where a jump leads.",
      "zh-CN": "与“{id}”同名的捕获链接不止一个，无法确定跳转位置。",
    },
    fix: { en: "Give one of them another name.", "zh-CN": "请修改其中一个的名称。" },
    find: each(catching, (event, model) => counterparts(event, model, CATCH)[0] !== event),
  },
  "rule.link-connected": {
    section: "10.5.5",
    message: {
      en: "A sequence flow leaves the link “{id}” that jumps, or leads to one that is jumped to.",
      "zh-CN": "跳转链接“{id}”有引出的顺序流，或目标链接“{id}”有指向它的顺序流。",
    },
    fix: { en: "Delete the sequence flow.", "zh-CN": "请删除该顺序流。" },
    find: function* (model) {
      for (const event of throwing(model)) if (model.outgoing(event).length > 0) yield { element: event };
      for (const event of catching(model)) if (model.incoming(event).length > 0) yield { element: event };
    },
  },
} satisfies BpmnRules;
