/** What the page under test offers, as `window.budgets`; times are milliseconds since the page began. */
export interface InPage {
  /** When the flow was there and the canvas could begin. */
  readonly dataAt: number;
  readonly steps: number;
  /** How long finding all problems of the flow takes. */
  lint(): Promise<number>;
  /** How long it takes until the new places of all steps are there. */
  layout(): Promise<number>;
}

declare global {
  interface Window {
    readonly budgets: InPage;
    /** Milliseconds between frameTimes, while they are recorded. */
    frameTimes: number[];
    recording: boolean;
    /** From key to paint. */
    keys: number[];
  }
}
