import type { Browser } from "playwright-core";
import { openPage, openSteps } from "../open-page.ts";
import { ColumnHand } from "./column-hand.ts";
import type { Hand } from "./hand.ts";
import { KeyboardHand } from "./keyboard-hand.ts";
import { MouseHand } from "./mouse-hand.ts";

export type Input = "mouse" | "keyboard" | "finger";

const BLANK = "flow=blank&shop";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Milliseconds after which a control that is not there fails the drawing. */
const PATIENCE = 10_000;

/** An empty flow and a hand that draws on it: a finger in the column on a phone, the others on the canvas. */
export async function openHand(browser: Browser, url: string, input: Input): Promise<Hand> {
  const page =
    input === "finger" ? await openSteps(browser, url, BLANK, PHONE) : await openPage(browser, url, BLANK);
  page.setDefaultTimeout(PATIENCE);
  if (input === "finger") return new ColumnHand(page);
  return input === "mouse" ? new MouseHand(page) : new KeyboardHand(page);
}
