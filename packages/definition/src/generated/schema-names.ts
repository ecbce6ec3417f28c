/* Generated from schemas/workflow/v1. */

/** Every property name. */
export const PROPERTIES: readonly string[] = [
  "about",
  "accept",
  "activity",
  "additionalProperties",
  "aggregator",
  "assignments",
  "at",
  "attachedTo",
  "attempts",
  "attribute",
  "backoff",
  "businessKey",
  "call",
  "cancelRemaining",
  "caseTitle",
  "checklist",
  "code",
  "collapsed",
  "collection",
  "color",
  "colour",
  "columns",
  "completion",
  "condition",
  "const",
  "count",
  "cron",
  "currency",
  "cycle",
  "data",
  "date",
  "deadline",
  "decision",
  "default",
  "dependency",
  "description",
  "documentation",
  "drawing",
  "duration",
  "edge",
  "edges",
  "en",
  "enum",
  "event",
  "examples",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "expression",
  "field",
  "fields",
  "form",
  "format",
  "forms",
  "goal",
  "groups",
  "height",
  "help",
  "hitPolicy",
  "id",
  "in",
  "input",
  "inputs",
  "interrupting",
  "item",
  "items",
  "jobType",
  "kept",
  "keptAttributes",
  "key",
  "kind",
  "label",
  "lag",
  "lanes",
  "lines",
  "loop",
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
  "namespace",
  "need",
  "noMatch",
  "node",
  "nodes",
  "note",
  "notes",
  "number",
  "of",
  "oneOf",
  "onePerKey",
  "operation",
  "optional",
  "ordering",
  "outcome",
  "output",
  "outputs",
  "parent",
  "pattern",
  "people",
  "points",
  "position",
  "process",
  "properties",
  "readOnly",
  "reasonRequired",
  "required",
  "requiredWhen",
  "rest",
  "result",
  "resultVariable",
  "retry",
  "role",
  "roles",
  "rule",
  "rules",
  "scenarios",
  "schema",
  "sections",
  "sequential",
  "settings",
  "shapes",
  "signal",
  "size",
  "source",
  "start",
  "startableBy",
  "system",
  "table",
  "target",
  "testBefore",
  "text",
  "then",
  "timeZone",
  "timeout",
  "title",
  "trigger",
  "type",
  "uniqueItems",
  "unit",
  "value",
  "values",
  "variable",
  "variables",
  "version",
  "visibleWhen",
  "when",
  "who",
  "width",
  "x",
  "xml",
  "y",
  "zh-CN"
];

/** The properties of each kind of step. */
export const PROPERTIES_OF_KIND: { readonly [kind: string]: readonly string[] } = {
  "adHoc": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "loop",
    "optional",
    "variables",
    "size",
    "collapsed",
    "nodes",
    "edges",
    "ordering",
    "start",
    "completion",
    "cancelRemaining"
  ],
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
    "resultVariable",
    "loop",
    "optional"
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
  "businessRuleTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "loop",
    "optional",
    "table",
    "decision",
    "noMatch",
    "output"
  ],
  "callActivity": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "loop",
    "optional",
    "process",
    "version",
    "businessKey",
    "input",
    "output"
  ],
  "catch": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "event"
  ],
  "complex": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "need",
    "rest"
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
  "eventSubProcess": [
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
  "exclusive": [
    "id",
    "kind",
    "name",
    "documentation",
    "position"
  ],
  "inclusive": [
    "id",
    "kind",
    "name",
    "documentation",
    "position"
  ],
  "manualTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "loop",
    "optional"
  ],
  "parallel": [
    "id",
    "kind",
    "name",
    "documentation",
    "position"
  ],
  "plan": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "loop",
    "optional",
    "variables",
    "size",
    "collapsed",
    "nodes",
    "edges"
  ],
  "receiveTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "message",
    "loop",
    "optional"
  ],
  "scriptTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "assignments",
    "loop",
    "optional"
  ],
  "sendTask": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "loop",
    "optional",
    "message"
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
    "timeout",
    "loop",
    "optional"
  ],
  "start": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "trigger",
    "form",
    "startableBy",
    "interrupting"
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
    "edges",
    "loop",
    "optional"
  ],
  "throw": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "event"
  ],
  "transaction": [
    "id",
    "kind",
    "name",
    "documentation",
    "position",
    "loop",
    "optional",
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
    "output",
    "loop",
    "optional"
  ]
};

/** The types of each property that has some, as `kind.property`. */
export const VARIANTS: { readonly [kindAndProperty: string]: readonly string[] } = {
  "adHoc.loop": [
    "multiInstance",
    "standard"
  ],
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
  "approval.loop": [
    "multiInstance",
    "standard"
  ],
  "boundary.event": [
    "timer",
    "message",
    "error",
    "signal",
    "escalation",
    "condition",
    "compensation",
    "cancel"
  ],
  "businessRuleTask.loop": [
    "multiInstance",
    "standard"
  ],
  "callActivity.loop": [
    "multiInstance",
    "standard"
  ],
  "callActivity.version": [
    "latest",
    "atPublish",
    "fixed"
  ],
  "catch.event": [
    "timer",
    "message",
    "signal",
    "condition",
    "link"
  ],
  "complex.need": [
    "count",
    "condition"
  ],
  "end.result": [
    "none",
    "terminate",
    "error",
    "escalation",
    "message",
    "signal",
    "compensation",
    "cancel"
  ],
  "manualTask.loop": [
    "multiInstance",
    "standard"
  ],
  "plan.loop": [
    "multiInstance",
    "standard"
  ],
  "receiveTask.loop": [
    "multiInstance",
    "standard"
  ],
  "scriptTask.loop": [
    "multiInstance",
    "standard"
  ],
  "sendTask.loop": [
    "multiInstance",
    "standard"
  ],
  "serviceTask.loop": [
    "multiInstance",
    "standard"
  ],
  "start.trigger": [
    "none",
    "message",
    "timer",
    "signal",
    "condition",
    "error",
    "escalation",
    "compensation"
  ],
  "subProcess.loop": [
    "multiInstance",
    "standard"
  ],
  "throw.event": [
    "none",
    "message",
    "signal",
    "escalation",
    "compensation",
    "link"
  ],
  "transaction.loop": [
    "multiInstance",
    "standard"
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
  ],
  "userTask.loop": [
    "multiInstance",
    "standard"
  ]
};
