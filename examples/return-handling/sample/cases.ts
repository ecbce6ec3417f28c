/** One moment in the life of a sample case, hours before now. */
export type CaseMoment =
  | { readonly hours: number; readonly act: "ask"; readonly reason: string }
  | { readonly hours: number; readonly act: "approve" | "lead-approve" }
  | { readonly hours: number; readonly act: "ship" | "arrive" | "refuse" }
  | {
      readonly hours: number;
      readonly act: "inspect";
      readonly grade: "A" | "B" | "C";
      readonly deduction?: string;
    }
  /** A timer is due: the buyer is reminded. */
  | { readonly hours: number; readonly act: "reminder" }
  | { readonly hours: number; readonly act: "shop-fails" };

export interface SampleCase {
  readonly orderNo: string;
  readonly moments: readonly CaseMoment[];
}

const ask = (hours: number, reason = "no-reason"): CaseMoment => ({ hours, act: "ask", reason });
const at = (
  hours: number,
  act: "approve" | "lead-approve" | "ship" | "arrive" | "refuse" | "reminder",
): CaseMoment => ({
  hours,
  act,
});
const inspect = (hours: number, grade: "A" | "B" | "C", deduction?: string): CaseMoment => ({
  hours,
  act: "inspect",
  grade,
  ...(deduction === undefined ? {} : { deduction }),
});

/**
 * Twenty running cases of the last fourteen days: two overdue (a review and an inspection) and one incident
 * (the shop did not answer the refund). Order numbers decide the goods: `SO-10xx` as in the shop's seed.
 */
export const SAMPLE_CASES: readonly SampleCase[] = [
  // Waiting for the review; the first is overdue.
  { orderNo: "SO-1001", moments: [ask(7, "size")] },
  { orderNo: "SO-1006", moments: [ask(3.2)] },
  { orderNo: "SO-1015", moments: [ask(2.1, "not-as-described")] },
  { orderNo: "SO-1016", moments: [ask(1.3, "size")] },
  { orderNo: "SO-1020", moments: [ask(0.4)] },
  // Waiting for the lead: a coat and a phone.
  { orderNo: "SO-1002", moments: [ask(5, "size"), at(1.5, "approve")] },
  { orderNo: "SO-1009", moments: [ask(4, "not-as-described"), at(0.8, "approve")] },
  // Waiting for the buyer to send the goods.
  { orderNo: "SO-1005", moments: [ask(110), at(108, "approve"), at(35.5, "reminder")] },
  { orderNo: "SO-1010", moments: [ask(60, "wrong-item"), at(58, "approve")] },
  { orderNo: "SO-1041", moments: [ask(31), at(28, "approve")] },
  { orderNo: "SO-1025", moments: [ask(20, "damaged"), at(18, "approve")] },
  // On the way back.
  { orderNo: "SO-1003", moments: [ask(90, "size"), at(88, "approve"), at(50, "ship")] },
  { orderNo: "SO-1021", moments: [ask(70), at(68, "approve"), at(26, "ship")] },
  // To be inspected; the first is overdue.
  {
    orderNo: "SO-1046",
    moments: [ask(240), at(238, "approve"), at(165.5, "reminder"), at(100, "ship"), at(30, "arrive")],
  },
  { orderNo: "SO-1023", moments: [ask(120, "size"), at(118, "approve"), at(60, "ship"), at(9, "arrive")] },
  { orderNo: "SO-1031", moments: [ask(100), at(98, "approve"), at(50, "ship"), at(5, "arrive")] },
  // A partial refund was offered; one buyer has not answered yet, one refused.
  {
    orderNo: "SO-1030",
    moments: [
      ask(200, "damaged"),
      at(198, "approve"),
      at(170, "ship"),
      at(110, "arrive"),
      inspect(20, "B", "38.00"),
    ],
  },
  {
    orderNo: "SO-1035",
    moments: [
      ask(330, "damaged"),
      at(328, "approve"),
      at(255.5, "reminder"),
      at(250, "ship"),
      at(190, "arrive"),
      inspect(40, "C", "120.00"),
      at(12, "refuse"),
    ],
  },
  // Waiting for finance.
  {
    orderNo: "SO-1008",
    moments: [ask(150, "size"), at(148, "approve"), at(120, "ship"), at(70, "arrive"), inspect(2, "A")],
  },
  // The shop did not answer the refund.
  {
    orderNo: "SO-1036",
    moments: [
      ask(160),
      at(158, "approve"),
      at(130, "ship"),
      at(80, "arrive"),
      { hours: 3.1, act: "shop-fails" },
      inspect(3, "A"),
    ],
  },
];
