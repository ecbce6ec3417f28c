import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, service, start } from "./drawing.ts";

it("a job that is tried again keeps its number as long as it is given the same, and is another one else", () => {
  const work = service("work", { input: [{ target: "amount", value: "x" }] });
  const underTest = new CaseUnderTest(
    drawing([start(), work, end()], ["start > work", "work > end"], { variables: { x: { type: "number" } } }),
  );
  underTest.start({ x: 1 });
  const { job } = underTest.lastJob();
  underTest.do({ kind: "job.fail", job, message: "away" });
  underTest.retry("work");
  expect(underTest.lastJob()).toMatchObject({ job, input: { amount: 1 } });
  underTest.do({ kind: "job.fail", job, message: "away" });
  underTest.set({ x: 2 });
  underTest.retry("work");
  expect(underTest.lastJob()).toMatchObject({ input: { amount: 2 } });
  expect(underTest.lastJob().job).not.toBe(job);
});
