import type { Instance } from "@flowright/client";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowsRight, IconDots, IconVersions } from "@tabler/icons-react";
import { useState } from "react";
import { MigrateCaseDialog } from "./MigrateCaseDialog.tsx";
import { MoveCaseDialog } from "./MoveCaseDialog.tsx";
import { useRepairTexts } from "./texts.ts";

/** Repairs of a running case by hand. */
export function RepairMenu({ instance }: { instance: Instance }) {
  const t = useRepairTexts();
  const [asking, setAsking] = useState<"move" | "migrate" | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("more")}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowsRight size={16} aria-hidden="true" />}
            onClick={() => setAsking("move")}
          >
            {t("move")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconVersions size={16} aria-hidden="true" />}
            onClick={() => setAsking("migrate")}
          >
            {t("migrate")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <MoveCaseDialog instance={instance} opened={asking === "move"} onClose={close} />
      <MigrateCaseDialog instance={instance} opened={asking === "migrate"} onClose={close} />
    </>
  );
}
