export const PICTURE_TEXTS = {
  name: "picture",
  en: {
    picture: "Picture",
    copy: "Copy as a picture (PNG)",
    savePng: "Save as PNG",
    saveSvg: "Save as SVG",
    copied: "The picture is on the clipboard.",
    notCopied: "This browser does not let a page copy pictures. Save the picture instead.",
    tooLarge: "The flow is too large for a PNG here. Save it as SVG instead.",
  },
  "zh-CN": {
    picture: "图片",
    copy: "复制为图片（PNG）",
    savePng: "保存为 PNG",
    saveSvg: "保存为 SVG",
    copied: "图片已复制到剪贴板。",
    notCopied: "此浏览器不允许网页复制图片，请改为保存图片。",
    tooLarge: "流程过大，无法在此生成 PNG，请改为保存为 SVG。",
  },
} as const;
