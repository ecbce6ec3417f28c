import { expect, it } from "vitest";
import { fileName, pixelsOf } from "./picture-file.ts";

it("paints twice as fine as the drawing, and a very large one whole", () => {
  expect(pixelsOf(400, 300)).toEqual({ width: 800, height: 600 });
  const wide = pixelsOf(40_000, 600);
  expect(wide).toEqual({ width: 16_000, height: 240 });
  const large = pixelsOf(10_000, 8_000);
  expect(large.width * large.height).toBeLessThanOrEqual(16_000_000);
  expect(large.width / large.height).toBeCloseTo(1.25, 2);
});

it("names a file after the flow, in any script, without what a file system refuses", () => {
  expect(fileName("Return handling", "png")).toBe("Return handling.png");
  expect(fileName("退货处理", "svg")).toBe("退货处理.svg");
  expect(fileName(' a/b:c*"d"\n.. ', "svg")).toBe("a b c d.svg");
  expect(fileName("///", "png")).toBe("flow.png");
});
