import { expect, test } from "vitest";
import { placeOf, placesFor } from "./places.ts";

test("a person sees only the places where there is something to do", () => {
  expect(placesFor(["task.work"]).map(({ id }) => id)).toEqual(["work"]);
  expect(
    placesFor(["instance.read", "definition.write", "people.write", "task.work"]).map(({ id }) => id),
  ).toEqual(["work", "design", "monitor", "admin"]);
  expect(placesFor([])).toEqual([]);
});

test("a path belongs to its place, and a case to none", () => {
  expect(placeOf("/work")?.id).toBe("work");
  expect(placeOf("/monitor/cases")?.id).toBe("monitor");
  expect(placeOf("/started")?.id).toBe("work");
  expect(placeOf("/workshop")).toBeUndefined();
  expect(placeOf("/cases/1")).toBeUndefined();
});
