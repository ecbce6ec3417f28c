import {
  IconCircleCheck,
  IconHandGrab,
  IconHourglassLow,
  IconInbox,
  IconPlayerPlay,
  IconProgress,
} from "@tabler/icons-react";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useMay } from "../../session/session-query.ts";
import { useOpenTasks, useTaskCounts } from "../../shell/use-open-tasks.ts";
import { useWorkTexts } from "../texts.ts";
import "./inbox.css";
import { LIST_BOXES } from "./list-box.ts";

const ICONS = {
  mine: IconInbox,
  available: IconHandGrab,
  upcoming: IconHourglassLow,
  done: IconCircleCheck,
};

/** What can be looked at in Work: the boxes, what I started, and starting something new. */
export function BoxNav() {
  const t = useWorkTexts();
  const mayWork = useMay("task.work");
  const mayStart = useMay("instance.start");
  const openTasks = useOpenTasks();
  const counts = { mine: openTasks, upcoming: useTaskCounts().data?.upcoming ?? 0, available: 0, done: 0 };
  const search = useSearch({ strict: false });
  const open = "task" in search || "box" in search ? (search.box ?? "mine") : "mine";
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the boxes are a strip that scrolls sideways; the open one must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page or box means another open link.
  useEffect(() => {
    nav.current
      ?.querySelector("[data-open], [data-status=active]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname, open]);
  return (
    <nav className="boxes" aria-label={t("boxes")} ref={nav}>
      {mayWork &&
        LIST_BOXES.map((box) => {
          const Icon = ICONS[box];
          return (
            <Link
              key={box}
              to="/work"
              search={box === "mine" ? {} : { box }}
              className="box-link"
              activeOptions={{ exact: true, includeSearch: false }}
              data-open={open === box ? true : undefined}
            >
              <Icon size={18} stroke={1.7} aria-hidden="true" />
              <span className="box-name">{t(box)}</span>
              {counts[box] > 0 && <span className="box-count number">{counts[box]}</span>}
            </Link>
          );
        })}
      {mayStart && (
        <>
          <Link to="/started" className="box-link box-first">
            <IconProgress size={18} stroke={1.7} aria-hidden="true" />
            <span className="box-name">{t("started")}</span>
          </Link>
          <Link to="/start" className="box-link">
            <IconPlayerPlay size={18} stroke={1.7} aria-hidden="true" />
            <span className="box-name">{t("startNew")}</span>
          </Link>
        </>
      )}
    </nav>
  );
}
