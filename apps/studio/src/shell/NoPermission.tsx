import { IconLock } from "@tabler/icons-react";
import { Nothing } from "../parts/Nothing.tsx";
import { usePartTexts } from "../parts/texts.ts";

/** A place that the person's roles do not open. */
export function NoPermission() {
  const t = usePartTexts();
  return (
    <Nothing icon={<IconLock size={28} />} title={t("noPermission")}>
      {t("noPermissionFix")}
    </Nothing>
  );
}
