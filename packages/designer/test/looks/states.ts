import type { Locator, Page } from "playwright-core";
import { CANVAS_TEXTS } from "../../src/canvas/canvas-texts.ts";
import { COMMENT_TEXTS } from "../../src/canvas/comment/comment-texts.ts";
import { LANE_TEXTS } from "../../src/canvas/lane/lane-texts.ts";
import { NOTE_TEXTS } from "../../src/canvas/note/note-texts.ts";
import { PALETTE_TEXTS } from "../../src/canvas/palette/palette-texts.ts";
import { PROBLEM_TEXTS } from "../../src/canvas/problem/problem-texts.ts";
import { CALENDAR_TEXTS } from "../../src/panel/calendar/calendar-texts.ts";
import { CONDITION_TEXTS } from "../../src/panel/condition/condition-texts.ts";
import { DECISION_TEXTS } from "../../src/panel/decision/decision-texts.ts";
import { STEP_TEXTS } from "../../src/panel/step/step-texts.ts";
import { TEMPLATE_TEXTS } from "../../src/panel/template/template-texts.ts";
import { VALUE_TEXTS } from "../../src/panel/value/value-texts.ts";
import { PLAY_TEXTS } from "../../src/play/play-texts.ts";
import { SCENARIO_TEXTS } from "../../src/play/scenarios/scenario-texts.ts";
import type { TextCatalog } from "../../src/texts/texts-of.ts";
import { VERTICAL_TEXTS } from "../../src/vertical/vertical-texts.ts";

/** A moment of the designer, and how somebody gets there. */
export interface State {
  readonly name: string;
  /** What the page is opened with. */
  readonly query: string;
  readonly view?: "canvas" | "vertical";
  /** Left out: on both. */
  readonly on?: "desk" | "phone";
  /** The exact terms of the notation are on. */
  readonly expert?: boolean;
  reach?(visit: Visit): Promise<void>;
  /** What a screen reader must have been told there. */
  readonly says?: (visit: Visit) => string | RegExp;
}

export interface Visit {
  readonly page: Page;
  readonly narrow: boolean;
  /** A text in the language on screen; what it leaves open is left out behind the last fixed word before it. */
  word<Key extends string>(catalog: TextCatalog<Key>, key: Key): string;
  say(en: string, zh: string): string;
}

const button = ({ page }: Visit, name: string | RegExp): Locator =>
  page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) }).first();
/** A key on the one step of the canvas that Tab leads to. */
const press = (keys: string) => async (visit: Visit) => {
  await onStep(visit);
  await visit.page.keyboard.press(keys);
};
const key =
  (keys: string) =>
  async ({ page }: Visit) =>
    page.keyboard.press(keys);

async function onStep({ page }: Visit): Promise<void> {
  const step = page.locator('.react-flow__node[tabindex="0"]');
  await step.first().waitFor();
  await step.first().focus();
}

/** The focus on a step, in either view. */
const at = (id: string) => async (visit: Visit) => {
  await visit.page.locator(`.react-flow__node[data-id="${id}"], [data-stop="${id}"]`).first().focus();
};

const all =
  (...acts: ((visit: Visit) => Promise<unknown>)[]) =>
  async (visit: Visit) => {
    for (const act of acts) await act(visit);
  };
const click =
  <Key extends string>(catalog: TextCatalog<Key>, key: Key) =>
  async (visit: Visit) => {
    await button(visit, visit.word(catalog, key)).click();
  };
const type =
  (en: string, zh: string) =>
  async ({ page, say }: Visit) => {
    await page.locator("input:focus, textarea:focus").waitFor();
    await page.keyboard.type(say(en, zh));
  };
const open =
  <Key extends string>(catalog: TextCatalog<Key>, key: Key) =>
  async (visit: Visit) => {
    await visit.page
      .locator("summary", { hasText: visit.word(catalog, key) })
      .first()
      .click();
  };
const panel = (id: string, field = "") => `goTo=${id}&field=${field}`;

/** A trial that has begun. */
const started = all(click(CANVAS_TEXTS, "tryFlow"), click(PLAY_TEXTS, "start"));
const problems = async (visit: Visit) => {
  await visit.page.locator(".fw-problems-bar").click();
  await visit.page
    .getByRole("region", { name: visit.word(PROBLEM_TEXTS, "title") })
    .getByRole("list")
    .first()
    .waitFor();
};
const formula = all(click(CONDITION_TEXTS, "asText"), async ({ page }) => {
  await page.locator("textarea.fw-panel-code").first().fill("");
});

const saving = all(click(TEMPLATE_TEXTS, "save"), async ({ page }) => page.getByRole("dialog").waitFor());
const kept = all(saving, async ({ page, word }) => {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: word(TEMPLATE_TEXTS, "confirm") }).click();
  await dialog.waitFor({ state: "detached" });
});

/** A step or event of each sort whose details differ. */
const KINDS = [
  ["start by schedule", "begin"],
  ["decision of several", "which"],
  ["task for each item", "pick"],
  ["decision table", "price"],
  ["approval", "sign"],
  ["tell by message", "told"],
  ["whichever comes first", "race"],
  ["wait for a signal", "paid"],
  ["wait for data", "fits"],
  ["wait for time", "soon"],
  ["jump", "leave"],
  ["jump to here", "arrive"],
  ["in parallel", "fork"],
  ["send message", "send"],
  ["manual note", "hand"],
  ["call a flow", "call"],
  ["when enough have come", "enough"],
  ["call of a worker", "again"],
  ["takes too long", "late"],
  ["fails", "failed"],
  ["milestone", "note"],
  ["all or nothing", "trip"],
  ["undo event", "undo"],
  ["plan", "launch"],
  ["in any order", "look"],
  ["undo all", "undoAll"],
  ["end with signal", "done"],
  ["end everything", "stopped"],
  ["end with error", "broken"],
  ["when something happens", "onCancel"],
] as const;

export const STATES: readonly State[] = [
  // The canvas
  { name: "empty canvas", query: "flow=empty" },
  { name: "first tips", query: "flow=small&tips" },
  { name: "small flow", query: "flow=small" },
  { name: "return flow", query: "flow=returns" },
  { name: "every kind", query: "flow=kinds" },
  { name: "every kind, exact notation", query: "flow=kinds", expert: true },
  { name: "large flow", query: "flow=large" },
  { name: "large flow from afar", query: "flow=large", reach: click(CANVAS_TEXTS, "fit") },
  { name: "read only", query: `flow=small&readOnly&${panel("userTask_1")}` },
  {
    name: "step selected",
    query: "flow=small",
    reach: all(at("start_1"), key("ArrowRight")),
  },
  {
    name: "palette",
    query: "flow=small",
    async reach(visit) {
      if (visit.narrow) await button(visit, visit.word(CANVAS_TEXTS, "add")).click();
      const palette = visit.page.getByRole("navigation", { name: visit.word(PALETTE_TEXTS, "palette") });
      await palette.getByRole("searchbox").fill(visit.say("wait", "dengdai"));
    },
  },
  { name: "add menu", query: "flow=small", reach: press("n") },
  { name: "append menu", query: "flow=small", reach: press("a") },
  { name: "menu without a hit", query: "flow=small", reach: all(press("a"), type("qqq", "qqq")) },
  { name: "replace menu", query: "flow=small", reach: all(at("userTask_1"), key("r")) },
  {
    name: "insert on a line",
    query: `flow=small&${panel("edge_2")}`,
    async reach(visit) {
      if (visit.narrow) await click(CANVAS_TEXTS, "closePanel")(visit);
      await button(visit, visit.word(CANVAS_TEXTS, "insertHere")).click();
    },
  },
  {
    name: "connect refused",
    query: "flow=small",
    on: "desk",
    async reach(visit) {
      const { page } = visit;
      await page
        .getByRole("group", { name: visit.say("Check the order", "核对订单") })
        .first()
        .hover();
      const out = page.locator('.react-flow__node[data-id="userTask_1"] .fw-out');
      const start = await page.locator('.react-flow__node[data-id="start_1"]').boundingBox();
      await out.hover();
      await page.mouse.down();
      await page.mouse.move((start?.x ?? 0) + 20, (start?.y ?? 0) + 24, { steps: 6 });
      await page.locator(".fw-reason").waitFor();
    },
  },
  {
    name: "quick add under the pointer",
    query: "flow=small",
    on: "desk",
    async reach({ page }) {
      await page.locator('.react-flow__node[data-id="userTask_1"]').hover();
      await page.locator('.react-flow__node[data-id="userTask_1"] .fw-out').hover();
      await page.waitForTimeout(400);
    },
  },
  {
    name: "connect by keyboard",
    query: "flow=small",
    reach: press("c"),
    says: ({ word }) => word(CANVAS_TEXTS, "linking"),
  },
  { name: "several selected", query: "flow=refund", reach: press("Control+a") },
  { name: "group", query: "flow=small", reach: all(press("Control+a"), press("Control+g")) },
  {
    name: "group folded",
    query: "flow=small",
    reach: all(press("Control+a"), press("Control+g"), press("Alt+g")),
  },
  { name: "who does what", query: "flow=roomy", reach: press("w") },
  {
    name: "one role stands out",
    query: "flow=roomy",
    async reach(visit) {
      await press("w")(visit);
      await button(
        visit,
        new RegExp(
          `${visit.word(LANE_TEXTS, "only")}.*${visit.say("Warehouse", "仓库")}|${visit.say("Warehouse", "仓库")}`,
        ),
      ).click();
    },
  },
  { name: "inside a sub-process", query: "flow=roomy", reach: all(at("billing"), key("o")) },
  {
    name: "menu of a step",
    query: "flow=small",
    reach: all(at("userTask_1"), key("Shift+F10"), async ({ page, say }) =>
      page.getByRole("menuitem", { name: say("Change the type", "更改所选节点的类型") }).waitFor(),
    ),
  },
  { name: "find", query: "flow=refund", reach: all(press("Control+f"), type("pa", "款")) },
  { name: "find nothing", query: "flow=refund", reach: all(press("Control+f"), type("qqq", "qqq")) },
  { name: "commands", query: "flow=refund", reach: press("Control+k") },
  { name: "commands with a hit", query: "flow=refund", reach: all(press("Control+k"), type("77", "77")) },
  { name: "key sheet", query: "flow=small", reach: press("?") },
  { name: "comments", query: "flow=small&comments", reach: press("Shift+m") },
  {
    name: "new comment",
    query: "flow=small&comments",
    async reach(visit) {
      await press("m")(visit);
      const box = await visit.page
        .getByRole("group", { name: visit.say("Check the order", "核对订单") })
        .first()
        .boundingBox();
      await visit.page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + 20);
      await visit.page.getByRole("textbox", { name: visit.word(COMMENT_TEXTS, "write") }).waitFor();
    },
  },
  {
    name: "note",
    query: "flow=small",
    async reach(visit) {
      await press("Shift+s")(visit);
      await visit.page.getByRole("textbox", { name: visit.word(NOTE_TEXTS, "text") }).waitFor();
      await type("**Ask Lin** before it is closed", "**先问林晓**，再关闭")(visit);
    },
  },
  {
    name: "undone",
    query: "flow=small",
    reach: all(at("userTask_1"), key("Delete"), key("Control+z")),
    says: ({ say }) => say("Undone", "已撤销"),
  },
  // Problems
  { name: "problems", query: "flow=unfinished", reach: problems },
  {
    name: "counter-example",
    query: "flow=stuck",
    reach: all(problems, click(PROBLEM_TEXTS, "show"), async ({ page }) => {
      await page.locator(".fw-example-note").waitFor();
    }),
  },
  // Details
  { name: "details of the flow", query: `flow=returns&${panel("")}` },
  ...KINDS.map(([name, id]): State => ({ name: `details: ${name}`, query: `flow=kinds&${panel(id)}` })),
  { name: "details: task with form", query: `flow=returns&${panel("inspect")}` },
  { name: "details: call of a system", query: `flow=returns&${panel("check")}` },
  {
    name: "details of another step",
    query: `flow=returns&${panel("inspect")}`,
    on: "desk",
    async reach({ page }) {
      const side = page.locator(".fw-side");
      await side.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
      await page.locator('.react-flow__node[data-id="check"]').click();
      await page.waitForTimeout(100);
      const down = await side.evaluate((element) => element.scrollTop);
      if (down > 0) throw new Error(`The details of another step begin ${down} pixels down`);
    },
  },
  {
    name: "working calendars",
    query: `flow=small&${panel("")}`,
    reach: all(open(CALENDAR_TEXTS, "calendars"), async (visit) =>
      button(visit, `+ ${visit.word(CALENDAR_TEXTS, "addCalendar")}`).click(),
    ),
  },
  {
    name: "step template: save",
    query: `flow=refund&templates&${panel("approve")}`,
    reach: saving,
  },
  {
    name: "step template: without a name",
    query: `flow=refund&templates&${panel("approve")}`,
    reach: all(saving, async ({ page, word }) => {
      const dialog = page.getByRole("dialog");
      // In both languages.
      await dialog.getByRole("textbox").first().fill("");
      await dialog.locator(".fw-bilingual-switch").first().click();
      await dialog.getByRole("textbox").first().fill("");
      await dialog.getByRole("button", { name: word(TEMPLATE_TEXTS, "confirm") }).click();
    }),
    says: ({ word }) => word(TEMPLATE_TEXTS, "nameMissing"),
  },
  {
    name: "step template: kept",
    query: `flow=refund&templates&${panel("approve")}`,
    reach: kept,
    says: ({ say }) => say("can now be taken from the palette", "已可从节点栏取用。"),
  },
  {
    name: "step template: in the palette",
    query: `flow=refund&templates&${panel("approve")}`,
    reach: all(kept, async (visit) => {
      if (visit.narrow) {
        await click(CANVAS_TEXTS, "closePanel")(visit);
        await button(visit, visit.word(CANVAS_TEXTS, "add")).click();
      }
      const palette = visit.page.getByRole("navigation", { name: visit.word(PALETTE_TEXTS, "palette") });
      await palette.getByText(visit.word(PALETTE_TEXTS, "templates")).first().waitFor({ state: "attached" });
    }),
  },
  { name: "details: line", query: `flow=returns&${panel("needs_lead-to-lead_review")}` },
  {
    name: "condition as formula",
    query: `flow=returns&${panel("needs_lead-to-lead_review")}`,
    reach: all(formula, type("refund", "退款"), async ({ page }) => {
      await page.getByRole("option").first().waitFor();
    }),
  },
  {
    name: "formula with an error",
    query: `flow=returns&${panel("needs_lead-to-lead_review")}`,
    reach: all(formula, type("refundAmuont > 5", "refundAmuont > 5"), async ({ page }) => {
      await page.keyboard.press("Escape");
      await page.locator('[aria-invalid="true"]').first().waitFor();
    }),
  },
  {
    name: "formula tried",
    query: `flow=returns&${panel("needs_lead-to-lead_review")}`,
    reach: all(click(CONDITION_TEXTS, "asText"), click(VALUE_TEXTS, "tryFormula")),
  },
  {
    name: "people picked",
    query: `flow=small&${panel("userTask_1")}`,
    async reach(visit) {
      const { page, word } = visit;
      await page
        .getByLabel(word(STEP_TEXTS, "whoType"))
        .selectOption({ label: word(STEP_TEXTS, "byPeople") });
      await page.getByLabel(word(STEP_TEXTS, "addPerson")).selectOption({ index: 1 });
    },
  },
  {
    name: "decision table",
    query: `flow=kinds&${panel("price")}`,
    reach: click(DECISION_TEXTS, "editTable"),
  },
  {
    name: "column of a decision table",
    query: `flow=kinds&${panel("price")}`,
    reach: all(click(DECISION_TEXTS, "editTable"), async (visit) => {
      const table = visit.page.getByRole("dialog");
      await table
        .getByRole("button", { name: new RegExp(`^${visit.word(DECISION_TEXTS, "when")}`) })
        .first()
        .click();
    }),
  },
  { name: "form", query: `flow=returns&${panel("inspect")}`, reach: click(STEP_TEXTS, "editForm") },
  {
    name: "field of a form",
    query: `flow=returns&${panel("inspect")}`,
    reach: async (visit) => button(visit, new RegExp(visit.word(STEP_TEXTS, "addField"))).click(),
  },
  // Play
  { name: "play: start", query: "flow=refund", reach: click(CANVAS_TEXTS, "tryFlow") },
  { name: "play: cannot run", query: "flow=unfinished", reach: click(CANVAS_TEXTS, "tryFlow") },
  { name: "play: paused at a step", query: "flow=refund", reach: started },
  { name: "play: task with its form", query: "flow=returns", reach: started },
  {
    name: "play: back in time",
    query: "flow=refund",
    reach: all(started, click(PLAY_TEXTS, "approve"), click(PLAY_TEXTS, "back")),
  },
  { name: "play: from outside", query: "flow=refund", reach: all(started, open(PLAY_TEXTS, "outside")) },
  {
    name: "play: save scenario",
    query: "flow=refund",
    reach: all(started, click(PLAY_TEXTS, "approve"), click(SCENARIO_TEXTS, "save")),
  },
  {
    name: "play: scenarios",
    query: "flow=refund",
    reach: all(
      started,
      click(PLAY_TEXTS, "approve"),
      click(SCENARIO_TEXTS, "save"),
      type("All goes well", "一切顺利"),
      click(SCENARIO_TEXTS, "done"),
      async (visit) => {
        await button(visit, /^Scenarios \(|^场景|^用例|\(1\)|（1）/).click();
        await button(visit, visit.word(SCENARIO_TEXTS, "runAll")).click();
      },
    ),
  },
  {
    name: "play: no scenarios",
    query: "flow=refund",
    reach: all(click(CANVAS_TEXTS, "tryFlow"), async (visit) => {
      await button(visit, /\(0\)|（0）/).click();
    }),
  },
  // The column
  { name: "column: empty", query: "flow=empty", view: "vertical" },
  { name: "column: small", query: "flow=small", view: "vertical" },
  { name: "column: first tips", query: "flow=small&tips", view: "vertical" },
  { name: "column: returns", query: "flow=returns", view: "vertical" },
  { name: "column: every kind", query: "flow=kinds", view: "vertical" },
  { name: "column: branches", query: "flow=refund", view: "vertical" },
  {
    name: "column: the next branch",
    query: "flow=kinds",
    view: "vertical",
    on: "phone",
    async reach({ page, word }) {
      const before = page.locator(".fw-v-branch").first();
      await page
        .getByRole("button", { name: new RegExp(`^${word(VERTICAL_TEXTS, "showBranch")} 3`) })
        .first()
        .click();
      await page.waitForTimeout(200);
      const box = await before.boundingBox();
      if (!box || box.x + box.width > 0) throw new Error("The first branch is still in sight");
    },
  },
  { name: "column: unfinished", query: "flow=unfinished", view: "vertical" },
  { name: "column: read only", query: "flow=refund&readOnly", view: "vertical" },
  {
    name: "column: step selected",
    query: "flow=small",
    view: "vertical",
    reach: all(at("userTask_1"), async ({ page }) => page.keyboard.press(" ")),
  },
  {
    name: "column: add",
    query: "flow=small",
    view: "vertical",
    async reach(visit) {
      const column = visit.page.getByRole("region", { name: visit.word(VERTICAL_TEXTS, "steps") });
      await column
        .getByRole("button", { name: visit.say("Check the order", "核对订单") })
        .last()
        .click();
      await visit.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "column: a card carried",
    query: "flow=refund",
    view: "vertical",
    async reach({ page }) {
      const grip = await page.locator(".fw-v-grip").first().boundingBox();
      const gap = await page.locator(".fw-v-plus").nth(2).boundingBox();
      if (!grip || !gap) throw new Error("Nothing can be carried");
      await page.mouse.move(grip.x + 10, grip.y + 20);
      await page.mouse.down();
      await page.mouse.move(grip.x, grip.y + 60, { steps: 4 });
      await page.mouse.move(gap.x + 10, gap.y + 10, { steps: 4 });
      await page.locator(".fw-v-drop").waitFor();
    },
  },
  {
    name: "column: find",
    query: "flow=refund",
    view: "vertical",
    reach: async ({ page, say }) => {
      await page.locator(".fw-vertical").focus();
      await page.keyboard.press("Control+f");
      await page.locator("input:focus").waitFor();
      await page.keyboard.type(say("pa", "款"));
    },
  },
  // To look at
  { name: "viewer with overlays", query: "flow=returns&part=viewer" },
  { name: "viewer: every kind", query: "flow=kinds&part=viewer" },
  { name: "compare", query: "flow=returns&part=compare" },
];
