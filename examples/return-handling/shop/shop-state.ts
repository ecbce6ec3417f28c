/** What the stand-in remembers: everything a real shop system would keep for a return. */
export interface ShopState {
  orders: Order[];
  returns: ReturnRequest[];
  labels: Label[];
  refunds: Refund[];
  stock: StockItem[];
  movements: StockMovement[];
  messages: BuyerMessage[];
  /** Answers already given, by operation and idempotency key. */
  answered: Record<string, { status: number; body: unknown }>;
  faults: Fault[];
  nextReturn: number;
}

export interface Order {
  orderNo: string;
  buyer: string;
  channel: string;
  shipped: boolean;
  receivedAt: string | null;
  items: { sku: string; name: { en: string; "zh-CN": string }; qty: number; unitPaid: string }[];
  paid: string;
  /** 0 (trusted) to 1 (likely fraud). */
  risk: number;
}

export type ReturnStep =
  | "requested"
  | "labelled"
  | "shipped"
  | "arrived"
  | "offered"
  | "answered"
  | "refunded"
  | "exchanged"
  | "closed";

export type ReturnType = "refund-only" | "return-refund" | "exchange";

/** What somebody gave as the type of a return; a return and refund where it is none. */
export function typeOf(value: unknown): ReturnType {
  return value === "refund-only" || value === "exchange" ? value : "return-refund";
}

export interface ReturnRequest {
  returnNo: string;
  orderNo: string;
  at: string;
  type: ReturnType;
  amount: string;
  step: ReturnStep;
  offer: string | null;
  answer: "accepted" | "refused" | null;
}

export interface Label {
  labelNo: string;
  returnNo: string;
  carrier: string;
  returnAddress: string;
  /** No longer valid: the buyer withdrew. */
  voided?: boolean;
}

export interface Refund {
  refundNo: string;
  returnNo: string;
  orderNo: string;
  amount: string;
  key: string;
  at: string;
}

export interface StockItem {
  sku: string;
  name: { en: string; "zh-CN": string };
  sellable: number;
  repair: number;
  scrap: number;
}

export interface StockMovement {
  returnNo: string;
  sku: string;
  bucket: "sellable" | "repair" | "scrap";
  qty: number;
  at: string;
}

export interface BuyerMessage {
  orderNo: string;
  returnNo: string | null;
  template: string;
  text: string;
  at: string;
}

/** While a fault is on, the operation answers 500; `remaining` counts down, null lasts until switched off. */
export interface Fault {
  operation: string;
  remaining: number | null;
}

const sku = (code: string, en: string, zh: string) => ({ sku: code, name: { en, "zh-CN": zh } });
const SHIRT = sku("TS-WHT-M", "White T-shirt, M", "白色T恤 M码");
const COAT = sku("CT-BLK-L", "Black down coat, L", "黑色羽绒服 L码");
const SHOES = sku("SH-RUN-42", "Running shoes, 42", "跑步鞋 42码");
const PHONE = sku("PH-128-BLU", "Phone 128 GB, blue", "手机 128GB 蓝色");
const LAMP = sku("LP-DSK-01", "Desk lamp", "护眼台灯");

const PRODUCTS = [
  { ...SHIRT, price: "99.00" },
  { ...COAT, price: "899.00" },
  { ...SHOES, price: "459.00" },
  { ...PHONE, price: "5999.00" },
  { ...LAMP, price: "168.00" },
];
const BUYERS = [
  "Amy Liu",
  "Ben Zhou",
  "Cathy Wu",
  "Daniel Xu",
  "Eva Ma",
  "Frank He",
  "Grace Luo",
  "Henry Gao",
];
const CHANNELS = ["Taobao", "Tmall", "JD", "PDD", "Douyin", "own"];

/** Sixty orders, the same every time: order `SO-10xx` bought product xx modulo 5. */
export function seedState(now: Date): ShopState {
  const orders: Order[] = Array.from({ length: 60 }, (_, i) => {
    const product = PRODUCTS[i % PRODUCTS.length] ?? PRODUCTS[0];
    if (!product) throw new Error("no products");
    const qty = i % 7 === 3 ? 2 : 1;
    return {
      orderNo: `SO-${1001 + i}`,
      buyer: BUYERS[i % BUYERS.length] ?? "Amy Liu",
      channel: CHANNELS[i % CHANNELS.length] ?? "own",
      shipped: i % 11 !== 10,
      receivedAt: new Date(now.getTime() - (1 + (i % 6)) * 86_400_000).toISOString(),
      items: [{ sku: product.sku, name: product.name, qty, unitPaid: product.price }],
      paid: (Number(product.price) * qty).toFixed(2),
      risk: i % 13 === 12 ? 0.8 : 0.1,
    };
  });
  return {
    orders,
    returns: [],
    labels: [],
    refunds: [],
    stock: PRODUCTS.map(({ sku: code, name }) => ({ sku: code, name, sellable: 100, repair: 0, scrap: 0 })),
    movements: [],
    messages: [],
    answered: {},
    faults: [],
    nextReturn: 1,
  };
}
