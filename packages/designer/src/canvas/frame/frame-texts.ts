export const FRAME_TEXTS = {
  name: "frame",
  en: { panelWidth: "Width of the details" },
  "zh-CN": { panelWidth: "详情面板宽度" },
};
