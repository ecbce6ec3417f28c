import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { catching, drawing, end, start } from "./drawing.ts";

it("a cron rule is due still on the day of its zone where that of Greenwich is over", () => {
  const wait = catching("wait", { type: "timer", cron: "0 22 * * *", timeZone: "America/New_York" });
  const underTest = new CaseUnderTest(drawing([start(), wait, end()], ["start > wait", "wait > end"]));
  // Nine in the evening of the fourth in New York.
  underTest.now = "2026-01-05T02:00:00.000Z";
  underTest.start();
  expect(underTest.effects).toMatchObject([{ kind: "timer.schedule", due: "2026-01-05T03:00:00.000Z" }]);
});
