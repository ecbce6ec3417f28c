/** What the designer adds to a drawn step. */
export interface StepLook {
  readonly errors: number;
  readonly warnings: number;
  /** Nothing follows it yet though something should. */
  readonly open: boolean;
  readonly canAppend: boolean;
  readonly editable: boolean;
  /** The only thing selected. */
  readonly alone: boolean;
  /** A line drawn by keyboard may lead here; or it is the one looked at. */
  readonly target: "no" | "possible" | "chosen";
  /** Something from the palette would land here. */
  readonly drop: boolean;
  readonly trial: "active" | "done" | null;
  /** A trial that runs by itself pauses here. */
  readonly pause: boolean;
  readonly stuck: boolean;
  /** The colour of who does it (its number, or one that was chosen), while these are shown. */
  readonly lane: number | string | null;
  /** Somebody else's, while only one lane is looked at. */
  readonly dim: boolean;
}
