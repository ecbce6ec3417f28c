import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import "./parts.css";

/** An empty place: what it is for, why it is empty, and the next sensible step. */
export function Nothing(props: { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="nothing">
      <div className="nothing-icon" aria-hidden="true">
        {props.icon}
      </div>
      <Text fw={600}>{props.title}</Text>
      {props.children !== undefined && <Text className="quiet">{props.children}</Text>}
      {props.action !== undefined && <div className="nothing-action">{props.action}</div>}
    </div>
  );
}
