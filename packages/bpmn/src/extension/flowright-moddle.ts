import { FLOWRIGHT } from "./namespace.ts";

/** The namespace as bpmn-moddle and the tools built on it read it: `new BpmnModdle({ flowright: FLOWRIGHT_MODDLE })`. */
export const FLOWRIGHT_MODDLE = {
  name: "Flowright",
  uri: FLOWRIGHT,
  prefix: "flowright",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "Settings",
      superClass: ["Element"],
      properties: [
        { name: "on", isAttr: true, type: "String" },
        { name: "ownId", isAttr: true, type: "String" },
        { name: "settings", isMany: true, type: "Setting" },
      ],
    },
    {
      name: "Setting",
      properties: [
        { name: "name", isAttr: true, type: "String" },
        { name: "was", isAttr: true, type: "String" },
        { name: "minus", isAttr: true, type: "String" },
        { name: "plus", isAttr: true, type: "String" },
        { name: "value", isBody: true, type: "String" },
      ],
    },
  ],
  enumerations: [],
  associations: [],
} as const;
