import "@flowright/designer/style.css";

/** The designer's viewer with its style, as one part that is loaded on demand. */
export { FlowViewer as default } from "@flowright/designer/viewer";
