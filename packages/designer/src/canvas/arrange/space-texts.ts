export const SPACE_TEXTS = {
  name: "space",
  en: { how: "Drag from a place on the canvas to make room there or to close a gap. Esc ends it." },
  "zh-CN": { how: "从画布上的一处拖动，可在那里腾出或收拢空间。按 Esc 结束。" },
};
