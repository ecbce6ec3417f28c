import { ActionIcon, Tooltip, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { useScheme } from "../theme/use-scheme.ts";
import { useShellTexts } from "./texts.ts";

export function SchemeSwitch() {
  const t = useShellTexts();
  const scheme = useScheme();
  const { setColorScheme } = useMantineColorScheme();
  const label = scheme === "dark" ? t("toLight") : t("toDark");
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}>
        {scheme === "dark" ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}
