export { FlowDesigner, type FlowDesignerProps } from "./FlowDesigner.tsx";
export type {
  CallTrial,
  OperationChoice,
  PersonChoice,
  RoleChoice,
  SystemChoice,
  TryCallHandler,
} from "./model/designer-options.ts";
