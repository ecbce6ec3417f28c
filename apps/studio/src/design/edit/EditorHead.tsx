import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEditTexts } from "./texts.ts";

interface EditorHeadProps {
  readonly name: string;
  /** What is to be known about it, below the name. */
  readonly facts: ReactNode;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** The line above a flow: the way back, its name, how it stands, and what can be done. */
export function EditorHead({ name, facts, children }: EditorHeadProps) {
  const t = useEditTexts();
  return (
    <header className="edit-head">
      <Tooltip label={t("allFlows")}>
        <ActionIcon aria-label={t("allFlows")} renderRoot={(props) => <Link to="/design" {...props} />}>
          <IconArrowLeft size={18} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <div className="edit-title">
        <h1 className="cut">{name}</h1>
        <div className="edit-facts">{facts}</div>
      </div>
      {children}
    </header>
  );
}
