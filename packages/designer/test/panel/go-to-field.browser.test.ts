import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  edgesOf,
  findNode,
  type Problem,
  validateDefinition,
  type WorkflowDefinition,
} from "@flowright/definition";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPanelPage } from "./open-panel-page.ts";

const FIXTURES = path.resolve(import.meta.dirname, "../../../../schemas/workflow/v1/fixtures/invalid");

/** Settings where there may be none, ids, and what belongs to a drawing as a whole: the line with the problem is enough. */
const WITHOUT_CONTROL = [
  "boundary.cancel-continues /interrupting",
  "boundary.error-continues /interrupting",
  "edge.condition-misplaced /condition",
  "edge.crosses-container /target",
  "edge.default-misplaced /default",
  "edge.dependency-misplaced /dependency",
  "edge.outcome-misplaced /outcome",
  "edge.source-unknown /source",
  "edge.target-unknown /target",
  "event-sub-process.always-interrupts /interrupting",
  "field.required-unknown /variables/required/0",
  "gateway.default-condition /condition",
  "id.reserved /id",
  "plan.all-optional /nodes",
  "plan.kind-misplaced /kind",
  "plan.line-choice /condition",
  "plan.optional-misplaced /optional",
  "start.interrupting-misplaced /interrupting",
  "start.missing /nodes",
  "start.several /nodes",
];

interface PanelPage {
  readonly panelPage: {
    show(definition: WorkflowDefinition, problems: readonly Problem[]): void;
    goTo(id: string | null, path: string): void;
  };
}

let server: Awaited<ReturnType<typeof openPanelPage>>;

beforeAll(async () => {
  server = await openPanelPage();
}, 60_000);

afterAll(() => server?.close());

/** Problems of a field of a step, a line or the flow, one for each code and sort of place. */
function problemsOfFields(): { readonly definition: WorkflowDefinition; readonly problem: Problem }[] {
  const seen = new Set<string>();
  return readdirSync(FIXTURES).flatMap((file) => {
    const fixture = JSON.parse(readFileSync(path.join(FIXTURES, file), "utf8"));
    const { definition, problems } = validateDefinition(fixture.definition, fixture.known);
    if (definition === null) return [];
    return problems.flatMap((problem) => {
      const field = fieldOf(definition, problem);
      const key = `${problem.code} ${field?.replace(/\d+/g, "0")}`;
      if (field === null || seen.has(key)) return [];
      seen.add(key);
      return [{ definition, problem }];
    });
  });
}

/** The part of a path that is inside its step or line; null where the problem is of that as a whole. */
function fieldOf(definition: WorkflowDefinition, { node, path: at }: Problem): string | null {
  if (node === undefined) return at === "" ? null : at;
  const element =
    findNode(definition, node)?.path ?? [...edgesOf(definition)].find(({ edge }) => edge.id === node)?.path;
  if (element === undefined || !at.startsWith(`${element}/`)) return null;
  return at.slice(element.length);
}

async function focusedAfter(
  page: Page,
  { definition, problem }: ReturnType<typeof problemsOfFields>[number],
) {
  await page.evaluate(
    ([shown, problems]) => {
      (document.activeElement as HTMLElement | null)?.blur();
      (globalThis as unknown as PanelPage).panelPage.show(shown, problems);
    },
    [definition, [problem]] as const,
  );
  await page.evaluate(([id, at]) => (globalThis as unknown as PanelPage).panelPage.goTo(id, at), [
    problem.node ?? null,
    problem.path,
  ] as const);
  // A setting where there may be none has no control; then it is the line that tells what is wrong.
  const focused = page.locator(
    ":is(.fw-panel, [role=dialog], dialog) :is(input, select, textarea, button):focus",
  );
  return focused.waitFor({ timeout: 1_500 }).then(
    () => focused.evaluate((element) => (element.closest(".fw-panel-problems") ? "line" : "control")),
    () => "nothing",
  );
}

it("every problem of a field leads to a control of the panel, for all codes that name a field", async () => {
  const page = await server.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${server.address}?language=en`);
  await page.getByRole("textbox").first().waitFor();
  const led: Record<string, string[]> = { control: [], line: [], nothing: [] };
  const all = problemsOfFields();
  for (const each of all) {
    const to = await focusedAfter(page, each);
    led[to]?.push(`${each.problem.code} ${fieldOf(each.definition, each.problem)?.replace(/\d+/g, "0")}`);
  }
  expect(all.length).toBeGreaterThan(40);
  expect(led["nothing"]).toEqual([]);
  expect(led["line"]).toEqual(WITHOUT_CONTROL);
}, 60_000);
