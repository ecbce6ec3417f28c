import { useNetwork } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useShellTexts } from "../shell/texts.ts";
import { useConnection } from "./live-connection.ts";

const PATIENCE = 2500;

/** Says that nothing new arrives; a short break, as at a restart, is not worth a word. */
export function OfflineBanner() {
  const t = useShellTexts();
  const { online } = useNetwork();
  const unheard = useConnection(({ state, answered }) => state === "waiting" || !answered);
  const down = unheard || !online;
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!down) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [down]);
  if (!lasting) return null;
  return (
    <div className="offline" role="status">
      <strong>{t("offline")}</strong> {t("offlineFix")}
    </div>
  );
}
