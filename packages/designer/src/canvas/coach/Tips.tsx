import { useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { COACH_TEXTS } from "./coach-texts.ts";
import { preferences, usePreference } from "./preferences.ts";

const TIPS = [
  { key: "add", phone: "addPhone", title: "addTitle", at: ".fw-palette, .fw-add-button" },
  { key: "name", phone: "name", title: "nameTitle", at: '.fw-side, .fw-toolbar [data-tip="details"]' },
  { key: "try", phone: "try", title: "tryTitle", at: '.fw-toolbar [data-tip="try"]' },
  { key: "view", phone: "viewPhone", title: "viewTitle", at: ".fw-views" },
] as const;
/** Pixels at the bottom that the zoom and the problems need. */
const ABOVE_BARS = 116;
/** The same in the column, which has no zoom. */
const ABOVE_PROBLEMS = 56;
/** From here on down the palette is not beside the drawing. */
const NARROW = 760;
/** Room of a tip beside what it is about. */
const SIZE = { width: 288, height: 150, gap: 10 };

/** Four tips for the first time, beside what they are about. They keep nobody from working and can go for good. */
export function Tips() {
  const done = usePreference("tipsDone");
  const readOnly = useDesigner((state) => state.readOnly);
  const busy = useCanvasUi(
    ({ menu, drag, playing, commandsOpen, shortcutsOpen, paletteOpen }) =>
      menu !== null || drag !== null || playing || commandsOpen || shortcutsOpen || paletteOpen,
  );
  return done || readOnly || busy ? null : <Tip />;
}

function Tip() {
  const t = useTexts(COACH_TEXTS);
  const [at, setAt] = useState(0);
  const [place, setPlace] = useState<Spot | null>(null);
  const box = useRef<HTMLElement>(null);
  const tip = TIPS[at] ?? TIPS[0];
  useLayoutEffect(() => {
    const designer = box.current?.closest<HTMLElement>(".fw-designer");
    if (!designer) return;
    const put = () => setPlace(placeBeside(designer, tip.at));
    put();
    const watch = new ResizeObserver(put);
    watch.observe(designer);
    return () => watch.disconnect();
  }, [tip]);
  const last = at === TIPS.length - 1;
  const finish = () => preferences.setState({ tipsDone: true });
  return (
    <section
      ref={box}
      className="fw-tip"
      aria-label={t("tips")}
      style={place?.at ?? { visibility: "hidden" }}
    >
      <header>
        <strong>{t(tip.title)}</strong>
        <span>{t("tip", { at: at + 1, count: TIPS.length })}</span>
        <button
          type="button"
          className="fw-button"
          aria-label={t("never")}
          title={t("never")}
          onClick={finish}
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      <p>{t(place?.narrow ? tip.phone : tip.key)}</p>
      <footer>
        <button type="button" className="fw-button" onClick={finish}>
          {t("never")}
        </button>
        <button
          type="button"
          className="fw-button fw-primary"
          onClick={() => (last ? finish() : setAt(at + 1))}
        >
          {t(last ? "done" : "next")}
        </button>
      </footer>
    </section>
  );
}

interface Spot {
  /** There is no list of steps beside the drawing. */
  readonly narrow: boolean;
  readonly at: React.CSSProperties;
}

/**
 * Beside a wide thing, below a flat one, always whole on the screen; in the corner where the thing is not shown. On a
 * phone at the lower end, where the column leaves room for it: everything else would cover the first steps.
 */
function placeBeside(designer: HTMLElement, selector: string): Spot {
  const frame = designer.getBoundingClientRect();
  if (frame.width <= NARROW) {
    const bars = designer.querySelector(".fw-vertical") ? ABOVE_PROBLEMS : ABOVE_BARS;
    const at = {
      left: frame.left + 12,
      bottom: window.innerHeight - frame.bottom + bars,
      width: frame.width - 24,
    };
    return { narrow: true, at };
  }
  const target = [...designer.querySelectorAll(selector)]
    .map((element) => element.getBoundingClientRect())
    .find(({ width, height }) => width > 0 && height > 0);
  const within = (left: number, top: number): Spot => ({
    narrow: false,
    at: {
      left: frame.left + Math.max(12, Math.min(left, frame.width - SIZE.width - 12)),
      top: frame.top + Math.max(12, Math.min(top, frame.height - SIZE.height - 12)),
    },
  });
  if (!target) return within(12, frame.height - SIZE.height - ABOVE_BARS);
  const beside = target.height > 160;
  const right = target.left + target.width / 2 > frame.left + frame.width / 2;
  const left = beside
    ? right
      ? target.left - frame.left - SIZE.width - SIZE.gap
      : target.right - frame.left + SIZE.gap
    : target.left - frame.left + target.width / 2 - SIZE.width / 2;
  const top = beside ? frame.height - SIZE.height - ABOVE_BARS : target.bottom - frame.top + SIZE.gap;
  return within(left, top);
}
