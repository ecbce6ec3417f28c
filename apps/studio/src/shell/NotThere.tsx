import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Nothing } from "../parts/Nothing.tsx";
import { usePartTexts } from "../parts/texts.ts";
import { useWhereIAm } from "./where-i-am.ts";

/** An address that leads nowhere. */
export function NotThere() {
  const t = usePartTexts();
  useWhereIAm(t("nowhere"));
  return (
    <Nothing
      icon={<IconMapOff size={28} />}
      title={t("notFound")}
      action={
        <Button variant="default" component={Link} to="/work">
          {t("toWork")}
        </Button>
      }
    />
  );
}
