export type { CommentPlace, CommentsHost, DrawingComment } from "./canvas/comment/comments-host.ts";
export type { CommandGroup, CommandResult, CommandSearch } from "./canvas/find/command-search.ts";
export type { Beginning } from "./canvas/frame/EmptyGround.tsx";
export { type CheckedFlow, checkFlow } from "./canvas/problem/check-flow.ts";
export type { NodeOverlay, OverlayBadge, Overlays } from "./diagram/overlay/node-overlay.ts";
export { FlowDesigner, type FlowDesignerProps } from "./FlowDesigner.tsx";
export type {
  CallTrial,
  DecisionChoice,
  FlowChoice,
  OperationChoice,
  PersonChoice,
  RoleChoice,
  SaveStepTemplateHandler,
  SystemChoice,
  TryCallHandler,
} from "./model/designer-options.ts";
export { DecisionTableEditor, type DecisionTableEditorProps } from "./panel/decision/DecisionTableEditor.tsx";
export type { Messages } from "./texts/messages.ts";
