import type { Instance } from "@flowright/client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { MoveCaseDialog } from "./MoveCaseDialog.tsx";
import { useRepairTexts } from "./texts.ts";

/** Lets the case go on behind a step that cannot be done. */
export function SkipStep({ instance, node }: { instance: Instance; node: string }) {
  const t = useRepairTexts();
  const [asking, setAsking] = useState(false);
  if (!instance.tokens.some((token) => token.node === node)) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("skip")}
      </Button>
      {asking && (
        <MoveCaseDialog instance={instance} opened skipped={node} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
