/** What a state is looked at in: a language and the width of the page in pixels. */
export interface Look {
  readonly language: "en" | "zh-CN";
  readonly width: 1440 | 390;
}
