export type { NodeOverlay, OverlayBadge, Overlays } from "../diagram/overlay/node-overlay.ts";
export type { Messages } from "../texts/messages.ts";
export { FlowViewer, type FlowViewerProps } from "./FlowViewer.tsx";
