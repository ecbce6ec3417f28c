import type { WorkflowDefinition } from "@flowright/definition";

/** A form with every kind of field, in both languages. */
export const sample: Required<Pick<WorkflowDefinition, "variables" | "forms">> = {
  variables: {
    type: "object",
    properties: {
      orderNo: { type: "string", title: { en: "Order number", "zh-CN": "订单号" }, maxLength: 20 },
      paid: {
        type: "string",
        format: "money",
        currency: "CNY",
        title: { en: "Paid for the order", "zh-CN": "订单实付" },
      },
      requestedAt: { type: "string", format: "date-time", title: { en: "Asked for", "zh-CN": "申请时间" } },
      items: {
        type: "array",
        title: { en: "Goods", "zh-CN": "商品" },
        items: {
          type: "object",
          properties: {
            sku: { type: "string", title: "SKU" },
            qty: { type: "integer", title: { en: "Quantity", "zh-CN": "数量" } },
          },
        },
      },
      amount: {
        type: "string",
        format: "money",
        currency: "CNY",
        minimum: 0.01,
        title: { en: "Refund", "zh-CN": "退款金额" },
      },
      weight: {
        type: "number",
        title: { en: "Weight", "zh-CN": "重量" },
        unit: { en: "kg", "zh-CN": "千克" },
      },
      receivedOn: { type: "string", format: "date", title: { en: "Received on", "zh-CN": "收货日期" } },
      receivedAt: { type: "string", format: "date-time", title: { en: "Received", "zh-CN": "收货时间" } },
      decision: {
        type: "string",
        title: { en: "Decision", "zh-CN": "处理结论" },
        oneOf: [
          { const: "full", title: { en: "Refund in full", "zh-CN": "全额退款" } },
          { const: "partial", title: { en: "Refund in part", "zh-CN": "部分退款" } },
        ],
      },
      agreed: {
        type: "string",
        format: "money",
        currency: "CNY",
        title: { en: "Agreed amount", "zh-CN": "协商金额" },
      },
      channel: {
        type: "string",
        title: { en: "Channel", "zh-CN": "渠道" },
        enum: ["Taobao", "Tmall", "JD", "PDD", "Douyin", "Shopify", "own"],
      },
      carrier: {
        type: "string",
        title: { en: "Carrier", "zh-CN": "承运商" },
        enum: [
          "SF",
          "YTO",
          "ZTO",
          "STO",
          "Yunda",
          "JD",
          "EMS",
          "DHL",
          "UPS",
          "FedEx",
          "J&T",
          "Deppon",
          "Best",
        ],
      },
      gift: { type: "boolean", title: { en: "Gift returned?", "zh-CN": "赠品是否退回？" } },
      inspector: { type: "string", format: "person", title: { en: "Inspector", "zh-CN": "质检员" } },
      window: { type: "string", format: "duration", title: { en: "Time to answer", "zh-CN": "答复时限" } },
      photos: {
        type: "array",
        maxItems: 3,
        title: { en: "Photos", "zh-CN": "照片" },
        items: { type: "string", format: "photo" },
      },
      lines: {
        type: "array",
        title: { en: "Inspection", "zh-CN": "验货明细" },
        minItems: 1,
        items: {
          type: "object",
          properties: {
            sku: { type: "string", title: "SKU" },
            qtyReceived: {
              type: "integer",
              minimum: 0,
              title: { en: "Quantity received", "zh-CN": "实收数量" },
            },
            grade: {
              type: "string",
              title: { en: "Grade", "zh-CN": "等级" },
              oneOf: [
                { const: "A", title: { en: "A sellable", "zh-CN": "A 可二次销售" } },
                { const: "B", title: { en: "B needs repair", "zh-CN": "B 需返修" } },
                { const: "C", title: { en: "C damaged", "zh-CN": "C 残次" } },
              ],
            },
            photo: { type: "string", format: "photo", title: { en: "Photo", "zh-CN": "照片" } },
          },
          required: ["sku", "qtyReceived", "grade"],
        },
      },
      remark: {
        type: "string",
        format: "multiline",
        maxLength: 500,
        title: { en: "Remark", "zh-CN": "备注" },
      },
    },
  },
  forms: [
    {
      id: "inspection",
      title: { en: "Inspect the goods", "zh-CN": "收货验货" },
      sections: [
        {
          title: { en: "What the buyer sends back", "zh-CN": "买家退回的商品" },
          fields: [
            { field: "orderNo", mode: "read" },
            { field: "paid", mode: "read" },
            { field: "requestedAt", mode: "read" },
            { field: "items", mode: "read" },
          ],
        },
        {
          title: { en: "What arrived", "zh-CN": "实收情况" },
          fields: [
            { field: "receivedAt", required: true },
            { field: "receivedOn" },
            { field: "lines", required: true },
            {
              field: "amount",
              required: true,
              help: { en: "What the buyer gets back", "zh-CN": "退给买家的金额" },
            },
            { field: "weight" },
            { field: "channel" },
            { field: "carrier" },
            { field: "inspector" },
            { field: "window" },
            { field: "gift" },
            { field: "decision", required: true },
            { field: "agreed", visibleWhen: 'decision = "partial"', requiredWhen: 'decision = "partial"' },
            { field: "photos" },
            { field: "remark" },
          ],
        },
      ],
    },
  ],
};
