import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBeside } from "./place-beside.ts";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const MENU = { width: 320, height: 440 };

describe("the menu of steps", () => {
  it("stands where it was asked for when that is clear", () => {
    expect(placeBeside({ x: 300, y: 100 }, MENU, DESK, null)).toEqual({ left: 300, top: 100, height: 440 });
  });

  it("goes to the other side of its step at the border of the window", () => {
    const own = { left: 1150, top: 200, right: 1430, bottom: 260 };
    expect(placeBeside({ x: 1442, y: 200 }, MENU, DESK, own)).toEqual({ left: 822, top: 200, height: 440 });
  });

  it("goes below its step on a phone, above where there is more room", () => {
    const high = { left: 60, top: 120, right: 330, bottom: 180 };
    expect(placeBeside({ x: 338, y: 120 }, MENU, PHONE, high)).toMatchObject({ top: 188, height: 440 });
    const low = { left: 60, top: 640, right: 330, bottom: 700 };
    expect(placeBeside({ x: 338, y: 640 }, MENU, PHONE, low)).toMatchObject({ top: 192, height: 440 });
  });

  it("is lower where its step is in the middle of a phone", () => {
    const own = { left: 60, top: 390, right: 330, bottom: 450 };
    expect(placeBeside({ x: 338, y: 390 }, MENU, PHONE, own)).toMatchObject({ top: 458, height: 378 });
  });

  it("hides neither its step nor where the new one would stand", () => {
    const own = { left: 400, top: 200, right: 620, bottom: 264 };
    const coming = { left: 700, top: 200, right: 920, bottom: 264 };
    expect(placeBeside({ x: 628, y: 200 }, MENU, DESK, own, coming)).toEqual({
      left: 628,
      top: 272,
      height: 440,
    });
    const low = { ...own, top: 700, bottom: 764 };
    const comingLow = { ...coming, top: 700, bottom: 764 };
    expect(placeBeside({ x: 628, y: 700 }, MENU, DESK, low, comingLow)).toMatchObject({
      top: 252,
      height: 440,
    });
    const flat = { width: 1440, height: 400 };
    expect(placeBeside({ x: 628, y: 200 }, { ...MENU, height: 380 }, flat, own, coming).left).toBe(928);
  });

  it("stays where it was asked for when what would come is elsewhere", () => {
    const coming = { left: 900, top: 600, right: 1120, bottom: 664 };
    expect(placeBeside({ x: 300, y: 100 }, MENU, DESK, null, coming)).toMatchObject({ left: 300, top: 100 });
  });

  it("stays within the window, clear of its step unless the step leaves no room", () => {
    const length = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(
        fc.constantFrom(DESK, PHONE),
        fc.record({ x: length(1500), y: length(1000) }),
        fc.record({ left: length(380), top: length(830), width: length(280), height: length(120) }),
        (window, at, { left, top, width, height }) => {
          const own = { left, top, right: left + width, bottom: top + height };
          const placed = placeBeside(at, MENU, window, own);
          const right = placed.left + MENU.width;
          const bottom = placed.top + placed.height;
          expect(placed.left >= 8 && placed.top >= 8).toBe(true);
          expect(right <= window.width - 8 && bottom <= window.height - 8).toBe(true);
          const apart =
            right <= own.left || own.right <= placed.left || bottom <= own.top || own.bottom <= placed.top;
          expect(apart).toBe(true);
        },
      ),
    );
  });
});
