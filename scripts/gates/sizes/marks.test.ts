import { expect, test } from "vitest";
import { Bundle, type Manifest } from "./bundle.ts";
import { tooHeavy, weigh } from "./marks.ts";

const VIEWER: Manifest = { "src/viewer/index.ts": { file: "viewer.js", dynamicImports: ["later.ts"] } };
const STUDIO: Manifest = {
  "index.html": { file: "index.js", isEntry: true, imports: ["_react.js"] },
  "_react.js": { file: "react.js" },
  "src/design/edit/FlowPage.tsx": {
    file: "flow.js",
    imports: ["_react.js", "_canvas.js"],
    dynamicImports: ["src/play.tsx"],
  },
  "_canvas.js": { file: "canvas.js", imports: ["index.html"] },
  "src/play.tsx": { file: "play.js" },
  "src/work/WorkPage.tsx": { file: "work.js", imports: ["index.html"] },
};

const weighedWith = (sizes: Record<string, number>) => {
  const sizeOf = (file: string) => sizes[file] ?? 0;
  return weigh(new Bundle(VIEWER, sizeOf), new Bundle(STUDIO, sizeOf));
};

test("a page is weighed with all that it imports, once, and without what comes later or is there already", () => {
  const sizes = { "viewer.js": 80, "index.js": 100, "react.js": 50, "flow.js": 30, "canvas.js": 20 };
  const heavy = { ...sizes, "play.js": 1_000_000, "later.js": 1_000_000, "work.js": 5 };
  expect(weighedWith(heavy).map(({ bytes }) => bytes)).toEqual([80, 50, 155]);
  expect(tooHeavy(weighedWith(heavy))).toEqual([]);
});

test.each([
  ["the viewer", { "viewer.js": 90_001 }, "viewer for embedders: 90.0 kB of at most 90.0 kB"],
  ["a chunk of the designer", { "canvas.js": 181_000 }, /^designer beyond .*181\.0 kB/],
  ["the shell", { "react.js": 300_500 }, /^inbox, shell included: 300\.5 kB/],
])("%s that is over its mark is told", (_, sizes, line) => {
  expect(tooHeavy(weighedWith(sizes))).toEqual([expect.stringMatching(line)]);
});

test("a page that is no longer in the bundle is not passed over", () => {
  const none = () => 0;
  expect(() => weigh(new Bundle(VIEWER, none), new Bundle({ "index.html": { file: "i.js" } }, none))).toThrow(
    "FlowPage",
  );
});
