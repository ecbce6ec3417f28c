import type { Page } from "playwright-core";

/** Real moves of a mouse for each gesture. */
const MOVES = 90;

/** Milliseconds between the frameTimes painted while something is done. */
export async function framesDuring(page: Page, gesture: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    window.frameTimes = [];
    window.recording = true;
    let last = performance.now();
    const frame = (now: number) => {
      if (!window.recording) return;
      window.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await gesture();
  return page.evaluate(() => {
    window.recording = false;
    // The first is the time until the recording began.
    return window.frameTimes.slice(1);
  });
}

/** Looks at steps in the middle of the flow as somebody who works on them does. */
export async function lookClosely(page: Page): Promise<void> {
  await lookAtAll(page);
  const { x, y } = await stepInSight(page);
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (let turns = 0; turns < 60 && (await percentShown(page)) < 80; turns += 1) {
    await page.mouse.wheel(0, -40);
    await page.waitForTimeout(30);
  }
  await page.keyboard.up("Control");
  await page.waitForTimeout(300);
}

export async function lookAtAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Fit to screen" }).click();
  await page.waitForTimeout(800);
}

async function percentShown(page: Page): Promise<number> {
  return Number.parseInt((await page.locator(".fw-zoom-percent").textContent()) ?? "", 10);
}

/** Drags the step nearest to the middle around in a circle, with the button held down all the time. */
export async function dragStep(page: Page): Promise<number[]> {
  const { x, y } = await stepInSight(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const frameTimes = await framesDuring(page, async () => {
    for (let move = 1; move <= MOVES; move += 1) {
      const angle = (move / MOVES) * 4 * Math.PI;
      await page.mouse.move(x + 160 * Math.sin(angle), y + 120 * (1 - Math.cos(angle)));
    }
  });
  await page.mouse.up();
  return frameTimes;
}

/** Moves the ground with the middle button, far enough that steps come into sight and leave it. */
export async function pan(page: Page): Promise<number[]> {
  await page.mouse.move(1_000, 500);
  await page.mouse.down({ button: "middle" });
  const frameTimes = await framesDuring(page, async () => {
    for (let move = 1; move <= MOVES; move += 1) {
      await page.mouse.move(1_000 - move * 9, 500 - 200 * Math.sin(move / 12));
    }
  });
  await page.mouse.up({ button: "middle" });
  return frameTimes;
}

/** Out until the whole flow is in sight, and in again, with the wheel. */
export async function zoomSweep(page: Page): Promise<number[]> {
  await page.mouse.move(720, 450);
  await page.keyboard.down("Control");
  const frameTimes = await framesDuring(page, async () => {
    for (let move = 0; move < MOVES; move += 1) await page.mouse.wheel(0, move < MOVES / 2 ? 60 : -60);
  });
  await page.keyboard.up("Control");
  return frameTimes;
}

/** Types into the name of a step; for each key the time until what it did is painted. */
export async function typeName(page: Page): Promise<number[]> {
  const { x, y } = await stepInSight(page);
  await page.mouse.dblclick(x, y);
  const field = page.getByRole("complementary", { name: "Details" }).getByRole("textbox").first();
  await field.waitFor();
  await field.click();
  await page.evaluate(() => {
    window.keys = [];
    addEventListener(
      "keydown",
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          // A message comes after the frame that is about to be painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.keys.push(performance.now() - timeStamp);
          port2.postMessage(null);
        }),
      true,
    );
  });
  await page.keyboard.type(" and once more, with care, before it leaves the house", { delay: 70 });
  await page.waitForTimeout(300);
  return page.evaluate(() => window.keys);
}

/** The middle of the name of the step nearest to the middle of the canvas, in the window's coordinates. */
async function stepInSight(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const found = await page.evaluate(() => {
    const canvas = document.querySelector(".react-flow")?.getBoundingClientRect();
    if (!canvas) return null;
    const middle = { x: canvas.left + canvas.width / 2, y: canvas.top + canvas.height / 2 };
    const places = [...document.querySelectorAll(".fw-card")].flatMap((card) => {
      const { left, top, width, height } = card.getBoundingClientRect();
      const at = { x: left + width / 2, y: top + height / 2 };
      return card.contains(document.elementFromPoint(at.x, at.y)) ? [at] : [];
    });
    const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middle.x, y - middle.y);
    return places.sort((a, b) => away(a) - away(b))[0] ?? null;
  });
  if (!found) throw new Error("No step is in sight");
  return found;
}
