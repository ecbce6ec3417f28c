import "@flowright/bpmn/worker";
