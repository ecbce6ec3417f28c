export { FlowViewer, type FlowViewerProps, type NodeOverlay } from "./FlowViewer.tsx";
