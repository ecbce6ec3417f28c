import type { FieldTypes } from "@flowright/expressions";
import type { DecisionTable } from "../src/index.ts";

/** The fields of an order, and the table of the guide: who checks it before it is sent. */
export const ORDER_TYPES: FieldTypes = {
  amount: { type: "string", format: "money" },
  channel: { type: "string", enum: ["own shop", "marketplace", "wholesale"] },
  newCustomer: { type: "boolean" },
  shipBy: { type: "string", format: "date" },
  limit: { type: "string", format: "money" },
};

export const ORDER_ROUTING: DecisionTable = {
  id: "order-routing",
  name: { en: "Who checks an order", "zh-CN": "订单由谁审核" },
  hitPolicy: "unique",
  inputs: [
    {
      id: "amount",
      label: { en: "Amount", "zh-CN": "金额" },
      expression: "amount",
      type: "money",
      values: ">= 0",
    },
    { id: "channel", label: { en: "Channel", "zh-CN": "渠道" }, expression: "channel", type: "string" },
    {
      id: "newCustomer",
      label: { en: "New customer", "zh-CN": "新客户" },
      expression: "newCustomer",
      type: "boolean",
    },
  ],
  outputs: [
    { name: "reviewer", label: { en: "Checked by", "zh-CN": "审核人" }, type: "string" },
    { name: "hours", label: { en: "Within hours", "zh-CN": "时限（小时）" }, type: "number" },
  ],
  rules: [
    { id: "small", when: ["< 500", "-", "false"], then: ['"nobody"', "0"] },
    { id: "newcomer", when: ["< 500", "-", "true"], then: ['"sales"', "24"] },
    { id: "large", when: [">= 500", 'not("wholesale")', "-"], then: ['"sales lead"', "8"] },
    { id: "wholesale", when: [">= 500", '"wholesale"', "-"], then: ['"key account"', "48"] },
  ],
};
