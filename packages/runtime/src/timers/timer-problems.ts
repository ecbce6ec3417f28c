import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Never shown to people: why a timer that was found due did not fire after all. */
const timerProblems = {
  "timer.gone": {
    status: 409,
    message: { en: "The timer fired or was cancelled before.", "zh-CN": "该定时器已触发或已取消。" },
    fix: { en: "Nothing to do.", "zh-CN": "无需处理。" },
  },
  "timer.early": {
    status: 409,
    message: { en: "The timer is not due yet.", "zh-CN": "该定时器尚未到期。" },
    fix: { en: "Nothing to do.", "zh-CN": "无需处理。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseTimer = refuser(timerProblems);
