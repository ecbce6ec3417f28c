import { type ProblemCode, refuser } from "../problem/problem-code.ts";

const jobProblems = {
  "job.unknown": {
    status: 404,
    message: { en: "There is no job {id}.", "zh-CN": "没有编号为 {id} 的作业。" },
    fix: { en: "Use the id that activation gave.", "zh-CN": "请使用领取作业时返回的编号。" },
  },
  "job.gone": {
    status: 409,
    message: {
      en: "The job {id} was completed, failed or cancelled before.",
      "zh-CN": "作业 {id} 已完成、已失败或已取消。",
    },
    fix: { en: "Nothing to do: its result is known.", "zh-CN": "无需处理：结果已记录。" },
  },
  "job.lease-lost": {
    status: 409,
    message: {
      en: "The lease on job {id} has ended; another worker may have it.",
      "zh-CN": "作业 {id} 的租约已失效，可能已由其他工作者领取。",
    },
    fix: {
      en: "Ask for a longer lease when you activate jobs of this type.",
      "zh-CN": "领取此类作业时请申请更长的租约。",
    },
  },
  "job.data-wrong": {
    status: 422,
    message: { en: "The result cannot be stored.", "zh-CN": "该结果无法保存。" },
    fix: { en: "Correct the values listed.", "zh-CN": "请更正列出的值。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseJob = refuser(jobProblems);
