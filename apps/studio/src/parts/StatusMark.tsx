import type { ReactNode } from "react";
import "./parts.css";

export type StatusTone = "track" | "risk" | "late" | "paused" | "incident" | "done";

const SIGNS: { readonly [tone in StatusTone]: string } = {
  track: "●",
  risk: "◐",
  late: "▲",
  paused: "⏸",
  incident: "!",
  done: "✓",
};

/** A status is always sign, words and colour together. */
export function StatusMark({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className="status-mark" data-tone={tone}>
      <span aria-hidden="true" className="status-sign">
        {SIGNS[tone]}
      </span>
      {children}
    </span>
  );
}
