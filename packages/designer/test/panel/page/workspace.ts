import type { PersonChoice, RoleChoice, SystemChoice } from "../../../src/model/designer-options.ts";

export const PEOPLE: readonly PersonChoice[] = [
  { user: "lin", name: "Lin 林晓" },
  { user: "wang", name: "Wang 王磊" },
];

export const ROLES: readonly RoleChoice[] = [
  { id: "cs", name: { en: "After-sales service", "zh-CN": "售后客服" } },
  { id: "buyers", name: { en: "Buyers' office", "zh-CN": "采购部" } },
];

export const SYSTEMS: readonly SystemChoice[] = [
  {
    id: "shop",
    name: { en: "Shop", "zh-CN": "店铺系统" },
    operations: [
      {
        id: "checkReturn",
        name: { en: "Check a return", "zh-CN": "核对退货" },
        method: "POST",
        path: "/returns/check",
        parameters: [
          { name: "returnNo", title: { en: "Return number", "zh-CN": "退货单号" }, type: "string" },
          {
            name: "orderNo",
            title: { en: "Order number", "zh-CN": "订单号" },
            type: "string",
            required: true,
          },
          { name: "amount", title: { en: "Amount", "zh-CN": "金额" }, type: "string" },
          { name: "type", title: { en: "Type", "zh-CN": "类型" }, type: "string" },
        ],
        results: [
          { name: "returnNo", title: { en: "Return number", "zh-CN": "退货单号" }, type: "string" },
          { name: "risk", title: { en: "Risk", "zh-CN": "风险值" }, type: "number" },
          { name: "shipped", title: { en: "Shipped", "zh-CN": "已发货" }, type: "boolean" },
          { name: "paid", title: { en: "Paid", "zh-CN": "实付" }, type: "string" },
          { name: "buyer", title: { en: "Buyer", "zh-CN": "买家" }, type: "string" },
          { name: "level", title: { en: "Level of the buyer", "zh-CN": "买家等级" }, type: "string" },
        ],
      },
      {
        id: "tellBuyer",
        name: { en: "Tell the buyer", "zh-CN": "通知买家" },
        parameters: [
          { name: "text", title: { en: "Text", "zh-CN": "内容" }, type: "string", required: true },
        ],
        results: [],
      },
    ],
  },
];
