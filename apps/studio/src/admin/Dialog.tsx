import { Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useAdminTexts } from "./texts.ts";

interface DialogProps {
  readonly title: string;
  readonly size?: "md" | "lg" | "xl";
  readonly children: ReactNode;
  onClose(): void;
}

/** A dialog of Admin; it is on screen while it is rendered. */
export function Dialog({ title, size = "md", children, onClose }: DialogProps) {
  const t = useAdminTexts();
  return (
    <Modal
      opened
      size={size}
      onClose={onClose}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {children}
    </Modal>
  );
}
