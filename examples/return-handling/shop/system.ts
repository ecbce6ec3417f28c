/** The shop as a system of the workspace: what an administrator would enter under Admin. */
export function shopSystem(address: string) {
  const field = (name: string, en: string, zh: string, type = "string", required = true) => ({
    name,
    title: { en, "zh-CN": zh },
    in: "body" as const,
    type: type as "string" | "array",
    required,
  });
  const returnNo = field("returnNo", "Return number", "退货单号");
  const orderNo = field("orderNo", "Order number", "订单号");
  const amount = field("amount", "Amount", "金额");
  return {
    id: "shop",
    name: { en: "Shop", "zh-CN": "店铺系统" },
    address,
    secretHeader: "Authorization",
    operations: [
      {
        id: "checkReturn",
        name: { en: "Check a return", "zh-CN": "核对退货" },
        method: "POST" as const,
        path: "/api/returns/check",
        parameters: [
          { ...returnNo, required: false },
          orderNo,
          { ...amount, required: false },
          field("type", "Type", "类型", "string", false),
        ],
        results: [
          { name: "returnNo", title: { en: "Return number", "zh-CN": "退货单号" }, type: "string" },
          { name: "risk", title: { en: "Risk", "zh-CN": "风险" }, type: "number" },
          { name: "shipped", title: { en: "Shipped", "zh-CN": "已发货" }, type: "boolean" },
          { name: "paid", title: { en: "Paid", "zh-CN": "实付金额" }, type: "string" },
          { name: "buyer", title: { en: "Buyer", "zh-CN": "买家" }, type: "string" },
        ],
      },
      {
        id: "createLabel",
        name: { en: "Make a return label", "zh-CN": "生成退货面单" },
        method: "POST" as const,
        path: "/api/return-labels",
        parameters: [returnNo],
        results: [
          { name: "labelNo", title: { en: "Label number", "zh-CN": "面单号" }, type: "string" },
          { name: "carrier", title: { en: "Carrier", "zh-CN": "承运商" }, type: "string" },
          { name: "returnAddress", title: { en: "Return address", "zh-CN": "退货地址" }, type: "string" },
        ],
      },
      {
        id: "tellBuyer",
        name: { en: "Tell the buyer", "zh-CN": "通知买家" },
        method: "POST" as const,
        path: "/api/messages",
        parameters: [
          returnNo,
          orderNo,
          field("template", "Template", "模板"),
          field("text", "Text", "内容"),
          { ...amount, required: false },
        ],
        results: [{ name: "sent", title: { en: "Sent", "zh-CN": "已发送" }, type: "boolean" }],
      },
      {
        id: "refund",
        name: { en: "Refund", "zh-CN": "退款" },
        method: "POST" as const,
        path: "/api/refunds",
        parameters: [returnNo, orderNo, amount],
        results: [
          { name: "refundNo", title: { en: "Refund number", "zh-CN": "退款流水号" }, type: "string" },
          { name: "amount", title: { en: "Amount", "zh-CN": "金额" }, type: "string" },
        ],
      },
      {
        id: "voidLabel",
        name: { en: "Void a return label", "zh-CN": "作废退货面单" },
        method: "POST" as const,
        path: "/api/return-labels/void",
        parameters: [returnNo, field("labelNo", "Label number", "面单号")],
        results: [{ name: "voided", title: { en: "Voided", "zh-CN": "已作废" }, type: "boolean" }],
      },
      {
        id: "createExchange",
        name: { en: "Create an exchange order", "zh-CN": "创建换货单" },
        method: "POST" as const,
        path: "/api/exchanges",
        parameters: [returnNo, orderNo, field("items", "Goods", "商品", "array")],
        results: [
          { name: "exchangeNo", title: { en: "Exchange order", "zh-CN": "换货单号" }, type: "string" },
        ],
      },
      {
        id: "updateStock",
        name: { en: "Update stock", "zh-CN": "更新库存" },
        method: "POST" as const,
        path: "/api/stock-movements",
        parameters: [returnNo, field("lines", "Inspected goods", "验货明细", "array")],
        results: [{ name: "updated", title: { en: "Lines", "zh-CN": "行数" }, type: "number" }],
      },
    ],
  };
}
