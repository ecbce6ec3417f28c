/* Generated from schemas/workflow/v1. */

/** Every property name. */
export const PROPERTIES: readonly string[] = [
  "accept",
  "additionalProperties",
  "assignments",
  "attachedTo",
  "attempts",
  "backoff",
  "businessKey",
  "call",
  "caseTitle",
  "checklist",
  "code",
  "collapsed",
  "color",
  "columns",
  "condition",
  "const",
  "currency",
  "date",
  "deadline",
  "default",
  "description",
  "documentation",
  "duration",
  "edges",
  "en",
  "enum",
  "event",
  "examples",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "field",
  "fields",
  "form",
  "format",
  "forms",
  "goal",
  "height",
  "help",
  "id",
  "input",
  "interrupting",
  "items",
  "jobType",
  "key",
  "kind",
  "label",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maxSteps",
  "maximum",
  "message",
  "minItems",
  "minLength",
  "minimum",
  "mode",
  "multipleOf",
  "n",
  "name",
  "nodes",
  "oneOf",
  "onePerKey",
  "operation",
  "optional",
  "outcome",
  "output",
  "pattern",
  "people",
  "position",
  "properties",
  "readOnly",
  "reasonRequired",
  "required",
  "requiredWhen",
  "result",
  "resultVariable",
  "retry",
  "role",
  "roles",
  "rule",
  "schema",
  "sections",
  "settings",
  "size",
  "source",
  "startableBy",
  "system",
  "target",
  "text",
  "timeout",
  "title",
  "trigger",
  "type",
  "uniqueItems",
  "unit",
  "value",
  "variable",
  "variables",
  "visibleWhen",
  "who",
  "width",
  "x",
  "y",
  "zh-CN"
];

/** The properties of each kind of step. */
export const PROPERTIES_OF_KIND: { readonly [kind: string]: readonly string[] } = {
  "approval": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "goal",
    "who",
    "deadline",
    "form",
    "checklist",
    "rule",
    "reasonRequired",
    "resultVariable"
  ],
  "boundary": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "attachedTo",
    "interrupting",
    "event"
  ],
  "catch": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "event"
  ],
  "end": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "result"
  ],
  "eventBased": [
    "id",
    "kind",
    "name",
    "documentation",
    "position"
  ],
  "exclusive": [
    "id",
    "kind",
    "name",
    "documentation",
    "position"
  ],
  "parallel": [
    "id",
    "kind",
    "name",
    "documentation",
    "position"
  ],
  "receiveTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "message"
  ],
  "scriptTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "assignments"
  ],
  "serviceTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "call",
    "jobType",
    "input",
    "output",
    "retry",
    "timeout"
  ],
  "start": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "trigger",
    "form",
    "startableBy"
  ],
  "subProcess": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "variables",
    "size",
    "collapsed",
    "nodes",
    "edges"
  ],
  "userTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "goal",
    "who",
    "deadline",
    "form",
    "checklist",
    "output"
  ]
};

/** The types of each property that has some, as `kind.property`. */
export const VARIANTS: { readonly [kindAndProperty: string]: readonly string[] } = {
  "approval.who": [
    "role",
    "people",
    "initiator",
    "field",
    "expression"
  ],
  "approval.deadline": [
    "duration",
    "field"
  ],
  "approval.rule": [
    "any",
    "all",
    "nOfM"
  ],
  "boundary.event": [
    "timer",
    "message",
    "error"
  ],
  "catch.event": [
    "timer",
    "message"
  ],
  "end.result": [
    "none",
    "terminate",
    "error"
  ],
  "start.trigger": [
    "none",
    "message"
  ],
  "userTask.who": [
    "role",
    "people",
    "initiator",
    "field",
    "expression"
  ],
  "userTask.deadline": [
    "duration",
    "field"
  ]
};
