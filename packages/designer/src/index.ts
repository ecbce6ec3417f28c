export { FlowDesigner, type FlowDesignerProps } from "./FlowDesigner.tsx";
export type {
  CallTrial,
  DecisionChoice,
  FlowChoice,
  OperationChoice,
  PersonChoice,
  RoleChoice,
  SystemChoice,
  TryCallHandler,
} from "./model/designer-options.ts";
export { DecisionTableEditor, type DecisionTableEditorProps } from "./panel/decision/DecisionTableEditor.tsx";
