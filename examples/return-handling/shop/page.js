// The shop's own page: plain DOM, no framework, redrawn when the state changed.
const TEXT = {
  en: {
    title: "Sample shop",
    subtitle: "A stand-in for your shop system. What buyers do here starts and moves flows.",
    language: "Language",
    returns: "Returns",
    orders: "Orders",
    refunds: "Refunds",
    stock: "Stock",
    messages: "Messages to buyers",
    faults: "Faults",
    faultsHelp: "Make an operation fail, to see what the flow does.",
    ask: "Ask for a return",
    reason: "Reason",
    ship: "Hand the parcel over",
    arrive: "Parcel arrives",
    accept: "Accept the partial refund",
    refuse: "Refuse it",
    withdraw: "Withdraw",
    force: "Platform refunds",
    none: "Nothing yet.",
    order: "Order",
    buyer: "Buyer",
    goods: "Goods",
    paid: "Paid",
    no: "Number",
    step: "Step",
    amount: "Amount",
    at: "When",
    sku: "SKU",
    name: "Name",
    sellable: "Sellable",
    repair: "Repair",
    scrap: "Scrap",
    text: "Text",
    on: "Failing",
    off: "Working",
    switchOn: "Make it fail",
    switchOff: "Let it work",
    operation: "Operation",
    offer: "Offer",
    asked: "Return asked for",
    done: "Told Flowright: ",
    steps: {
      requested: "requested",
      labelled: "label sent",
      shipped: "on its way",
      arrived: "arrived",
      offered: "partial refund offered",
      answered: "answered",
      refunded: "refunded",
      exchanged: "exchanged",
      closed: "closed",
    },
    reasons: {
      "no-reason": "7-day no reason",
      quality: "Quality",
      "wrong-item": "Wrong item",
      "not-as-described": "Not as described",
      damaged: "Damaged in transit",
      size: "Wrong size",
      other: "Other",
    },
    operations: {
      checkReturn: "Check a return",
      createLabel: "Make a label",
      tellBuyer: "Tell the buyer",
      refund: "Refund",
      voidLabel: "Void a label",
      createExchange: "Create an exchange",
      updateStock: "Update stock",
    },
  },
  "zh-CN": {
    title: "示例店铺",
    subtitle: "代替真实店铺系统。买家在这里的操作会发起并推动流程。",
    language: "语言",
    returns: "退货",
    orders: "订单",
    refunds: "退款",
    stock: "库存",
    messages: "发给买家的消息",
    faults: "故障开关",
    faultsHelp: "让某个接口失败，看看流程如何应对。",
    ask: "申请退货",
    reason: "原因",
    ship: "寄出包裹",
    arrive: "包裹到仓",
    accept: "接受部分退款",
    refuse: "拒绝部分退款",
    withdraw: "撤销退货",
    force: "平台强制退款",
    none: "暂无数据。",
    order: "订单号",
    buyer: "买家",
    goods: "商品",
    paid: "实付",
    no: "单号",
    step: "状态",
    amount: "金额",
    at: "时间",
    sku: "SKU",
    name: "名称",
    sellable: "可售",
    repair: "待修",
    scrap: "残次",
    text: "内容",
    on: "故障中",
    off: "正常",
    switchOn: "制造故障",
    switchOff: "恢复正常",
    operation: "接口",
    offer: "部分退款",
    asked: "已申请退货",
    done: "已通知 Flowright：",
    steps: {
      requested: "已申请",
      labelled: "已发面单",
      shipped: "运输中",
      arrived: "已到仓",
      offered: "已提出部分退款",
      answered: "已答复",
      refunded: "已退款",
      exchanged: "已换货",
      closed: "已关闭",
    },
    reasons: {
      "no-reason": "七天无理由",
      quality: "质量问题",
      "wrong-item": "错发漏发",
      "not-as-described": "描述不符",
      damaged: "物流破损",
      size: "尺码不合",
      other: "其他",
    },
    operations: {
      checkReturn: "核对退货",
      createLabel: "生成面单",
      tellBuyer: "通知买家",
      refund: "退款",
      voidLabel: "作废面单",
      createExchange: "创建换货单",
      updateStock: "更新库存",
    },
  },
};

let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh-CN" : "en");
let seen = "";
const t = () => TEXT[language];
const reasonsChosen = new Map();

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick" || name === "onchange") node[name] = value;
    else if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

function table(headings, rows) {
  if (rows.length === 0) return element("p", { class: "empty" }, t().none);
  return element(
    "div",
    { class: "scroll", tabindex: "0" },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...headings.map((h) => element("th", { scope: "col" }, h)))),
      element(
        "tbody",
        {},
        ...rows.map((cells) => element("tr", {}, ...cells.map((c) => element("td", {}, c)))),
      ),
    ),
  );
}

const money = (amount) => `¥${Number(amount).toLocaleString(language, { minimumFractionDigits: 2 })}`;
const when = (iso) => new Date(iso).toLocaleString(language, { hour12: false });
const show = (id, content) => document.getElementById(id).replaceChildren(content);
const notice = (text, bad) => {
  const box = document.getElementById("notice");
  box.textContent = text;
  box.className = bad ? "bad" : "good";
};

async function post(path, body, method = "POST") {
  const response = await fetch(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body ?? {}),
  });
  const answer = await response.json();
  if (!response.ok) notice(answer.message ?? String(response.status), true);
  else if (answer.message) notice(`${t().done + answer.message.name} · ${answer.message.key}`, false);
  await refresh();
}

const button = (label, accessible, action, kind = "") =>
  element("button", { type: "button", "aria-label": accessible, class: kind, onclick: action }, label);

function actionsOf(request) {
  const go = (action, label, kind) =>
    button(
      label,
      `${label}: ${request.returnNo}`,
      () => post(`/buyer/returns/${request.returnNo}/${action}`),
      kind,
    );
  const withdraw = () => go("withdraw", t().withdraw, "quiet");
  const force = () => go("force", t().force, "quiet");
  switch (request.step) {
    case "requested":
      return [withdraw()];
    case "labelled":
      return [go("ship", t().ship), withdraw()];
    case "shipped":
      return [go("arrive", t().arrive), withdraw(), force()];
    case "arrived":
      return [withdraw(), force()];
    case "offered":
      return [go("accept", t().accept), go("refuse", t().refuse, "quiet"), withdraw(), force()];
    case "answered":
      return [withdraw(), force()];
    default:
      return [];
  }
}

function draw(state) {
  const names = new Map(state.stock.map((s) => [s.sku, s.name[language]]));
  const asked = new Set(state.returns.filter((r) => r.step !== "closed").map((r) => r.orderNo));
  show(
    "returns",
    table(
      [t().no, t().order, t().amount, t().step, ""],
      [...state.returns]
        .reverse()
        .map((r) => [
          r.returnNo,
          r.orderNo,
          r.offer && r.step === "offered" ? `${money(r.amount)} → ${money(r.offer)}` : money(r.amount),
          t().steps[r.step],
          element("span", { class: "actions" }, ...actionsOf(r)),
        ]),
    ),
  );
  show(
    "orders",
    table(
      [t().order, t().buyer, t().goods, t().paid, t().reason, ""],
      state.orders.map((o) => {
        const choice = element(
          "select",
          {
            "aria-label": `${t().reason}: ${o.orderNo}`,
            onchange: (e) => reasonsChosen.set(o.orderNo, e.target.value),
          },
          ...Object.entries(t().reasons).map(([value, label]) =>
            element("option", { value, selected: reasonsChosen.get(o.orderNo) === value }, label),
          ),
        );
        return [
          o.orderNo,
          o.buyer,
          o.items.map((i) => `${names.get(i.sku)} × ${i.qty}`).join(", "),
          money(o.paid),
          asked.has(o.orderNo) ? "" : choice,
          asked.has(o.orderNo)
            ? t().asked
            : button(t().ask, `${t().ask}: ${o.orderNo}`, () =>
                post("/buyer/returns", {
                  orderNo: o.orderNo,
                  reason: reasonsChosen.get(o.orderNo) ?? "no-reason",
                  type: o.shipped ? "return-refund" : "refund-only",
                }),
              ),
        ];
      }),
    ),
  );
  show(
    "refunds",
    table(
      [t().no, t().order, t().amount, t().at],
      [...state.refunds].reverse().map((r) => [r.refundNo, r.orderNo, money(r.amount), when(r.at)]),
    ),
  );
  show(
    "stock",
    table(
      [t().sku, t().name, t().sellable, t().repair, t().scrap],
      state.stock.map((s) => [
        s.sku,
        s.name[language],
        String(s.sellable),
        String(s.repair),
        String(s.scrap),
      ]),
    ),
  );
  show(
    "messages",
    table(
      [t().order, t().text, t().at],
      [...state.messages].reverse().map((m) => [m.orderNo, m.text, when(m.at)]),
    ),
  );
  const failing = new Set(state.faults.map((f) => f.operation));
  show(
    "faults",
    table(
      [t().operation, t().step, ""],
      Object.entries(t().operations).map(([operation, label]) => {
        const on = failing.has(operation);
        const change = on ? t().switchOff : t().switchOn;
        return [
          label,
          on ? t().on : t().off,
          button(
            change,
            `${change}: ${label}`,
            () => post("/faults", { operation, on: !on }, "PUT"),
            on ? "" : "quiet",
          ),
        ];
      }),
    ),
  );
}

async function refresh() {
  const text = await (await fetch("/state")).text();
  if (text + language === seen) return;
  const focused = document.activeElement?.getAttribute("aria-label");
  seen = text + language;
  draw(JSON.parse(text));
  if (focused) document.querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
}

function translate() {
  document.documentElement.lang = language;
  document.title = t().title;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t()[node.dataset.text];
}

const choice = document.getElementById("language");
choice.value = language;
choice.onchange = () => {
  language = choice.value;
  localStorage.setItem("language", language);
  translate();
  refresh();
};
translate();
refresh();
setInterval(() => refresh().catch((error) => notice(String(error), true)), 1000);
