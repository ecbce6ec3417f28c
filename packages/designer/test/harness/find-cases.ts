import type { CommandSearch } from "../../src/index.ts";

/** A page that knows one case and one flow. */
export const findCases: CommandSearch = async (query) => [
  {
    id: "flows",
    name: { en: "Flows", "zh-CN": "流程" },
    matched: false,
    results: [
      {
        id: "flow:returns",
        label: "Returns",
        words: ["退货处理"],
        run: () => history.pushState(null, "", "#flow"),
      },
    ],
  },
  {
    id: "cases",
    name: { en: "Cases", "zh-CN": "流程实例" },
    matched: true,
    results: query.includes("77")
      ? [{ id: "case:77", label: "Case 77", run: () => history.pushState(null, "", "#case") }]
      : [],
  },
];
