import type { ReactNode } from "react";
import { BoxNav } from "./inbox/BoxNav.tsx";
import "./inbox/inbox.css";

/** Pages of Work that are not the inbox: the boxes stay beside them. */
export function WorkFrame({ children }: { children: ReactNode }) {
  return (
    <div className="work-page">
      <BoxNav />
      <div className="work-scroll">{children}</div>
    </div>
  );
}
