import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe calls serious or critical on a page: the rule, and where it is broken. */
export async function graveViolations(page: Page): Promise<readonly string[]> {
  // There are no frames of other origins; without this every look opens a page of its own for them.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} – ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
    );
}
