import type { Browser, BrowserContextOptions, Page } from "playwright-core";

interface Opening {
  readonly context: BrowserContextOptions;
  /** How many times slower than it is the processor plays. */
  readonly slower: number;
}

const DESK: Opening = {
  context: { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" },
  slower: 1,
};

export const phone: Opening = {
  context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" },
  slower: 4,
};

/** Opens the page; `there` is how long after its data the canvas was painted with steps on it (milliseconds). */
export async function openPage(
  browser: Browser,
  address: string,
  { context, slower }: Opening = DESK,
): Promise<{ readonly page: Page; readonly there: number }> {
  const page = await (await browser.newContext(context)).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(() => localStorage.setItem("flowright.designer.view.narrow", "canvas"));
  await page.goto(address, { waitUntil: "commit" });
  const there = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const steps = document.querySelectorAll(".react-flow__node .fw-step").length;
          if (steps > 0 && window.budgets) {
            // After the next picture.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - window.budgets.dataAt);
              port2.postMessage(null);
            });
          } else requestAnimationFrame(look);
        };
        look();
      }),
  );
  return { page, there };
}
