import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { catching, drawing, end, start } from "./drawing.ts";

it("rule 6: a key that is a number is sent and awaited as its digits", () => {
  const underTest = new CaseUnderTest(
    drawing(
      [
        start(),
        { id: "tell", kind: "sendTask", message: { name: "asked", key: "no" } },
        catching("wait", { type: "message", message: { name: "answered", key: "no" } }),
        end(),
      ],
      ["start > tell", "tell > wait", "wait > end"],
      { variables: { no: { type: "integer" } } },
    ),
  );
  underTest.start({ no: 42 });
  expect(underTest.effects).toMatchObject([
    { kind: "message.send", name: "asked", key: "42" },
    { kind: "subscription.open", name: "answered", key: "42" },
  ]);
});
