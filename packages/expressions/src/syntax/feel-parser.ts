import { parser, trackVariables, VariableContext } from "lezer-feel";

/**
 * The parser can follow which names hold which contexts, to read names with spaces and operators in them.
 * Our names need none of that and following them costs time that is quadratic in the source.
 */
class NoContext extends VariableContext {
  override getKeys(): string[] {
    return [];
  }

  override get(): undefined {
    return undefined;
  }

  /** A new one each time: the parser keeps what it learned of a context as long as that lives. */
  override set(): this {
    return new NoContext({}) as this;
  }

  override merge(): this {
    return this;
  }

  static override isAtomic(): boolean {
    return true;
  }

  static override of(): NoContext {
    return NOTHING;
  }
}

const NOTHING = new NoContext({});

/** Ends at the first error instead of repairing the text. */
export const strictParser: typeof parser = parser.configure({
  strict: true,
  dialect: "camunda",
  contextTracker: trackVariables({}, NoContext),
});

/** The same for the input cells of decision tables. */
export const strictTestsParser: typeof parser = strictParser.configure({ top: "UnaryTests" });
