import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe calls serious or critical on a page: the rule, and where it is broken. */
export async function graveViolations(page: Page): Promise<readonly string[]> {
  return told(await violationsOf(page), ["serious", "critical"]);
}

/** Everything that axe finds on a page, with all its rules. */
export async function allViolations(page: Page): Promise<readonly string[]> {
  return told(await violationsOf(page), ["minor", "moderate", "serious", "critical"]);
}

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

async function violationsOf(page: Page): Promise<Violations> {
  // There are no frames of other origins; without this every look opens a page of its own for them.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  return (await axe.analyze()).violations;
}

function told(violations: Violations, impacts: readonly string[]): string[] {
  return violations
    .filter(({ impact }) => impacts.includes(impact ?? "minor"))
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} – ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
    );
}
