import type { Bilingual } from "../error/expression-error.ts";
import { KIND_EN, KIND_ZH } from "../value/kind-names.ts";
import type { StaticType } from "./static-type.ts";

/** How a type is called. */
export function kindWords(type: StaticType): Bilingual {
  if (type.money) return { en: "amount", "zh-CN": "金额" };
  if (type.kind === "any") return { en: "value", "zh-CN": "任意值" };
  if (type.kind === "duration") return { en: "duration", "zh-CN": "时长" };
  return { en: KIND_EN[type.kind], "zh-CN": KIND_ZH[type.kind] };
}
