import type { InstanceSummary } from "@flowright/client";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useCaseTexts } from "../../../cases/texts.ts";
import { attemptKey } from "../../../parts/attempt-key.ts";
import { ReasonDialog } from "../../../parts/ReasonDialog.tsx";
import { BulkDialog } from "./BulkDialog.tsx";
import "./bulk.css";
import type { BulkVerb } from "./bulk-act.ts";
import { useBulkTexts } from "./texts.ts";

interface BulkBarProps {
  readonly cases: readonly InstanceSummary[];
  onClear(): void;
}

interface Order {
  readonly verb: BulkVerb;
  readonly reason: string;
  readonly key: string;
  readonly cases: readonly InstanceSummary[];
}

const VERBS = ["retry", "suspend", "resume"] as const;

/** What can be done with all cases that are chosen. */
export function BulkBar({ cases, onClear }: BulkBarProps) {
  const t = useBulkTexts();
  const words = useCaseTexts();
  const [asking, setAsking] = useState(false);
  const [order, setOrder] = useState<Order | null>(null);
  const give = (verb: BulkVerb, reason = "") => setOrder({ verb, reason, key: attemptKey(), cases });
  return (
    <>
      {cases.length > 0 && (
        <div className="card bulk-bar">
          <strong aria-live="polite">{t("chosen", { count: cases.length })}</strong>
          <Group gap="xs">
            {VERBS.map((verb) => (
              <Button key={verb} size="xs" variant="default" onClick={() => give(verb)}>
                {t(verb)}
              </Button>
            ))}
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {t("cancel")}
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
              {t("clear")}
            </Button>
          </Group>
        </div>
      )}
      <ReasonDialog
        opened={asking}
        title={t("title.cancel", { count: cases.length })}
        lead={t("cancelLead")}
        label={words("reason")}
        missing={words("reasonMissing")}
        required
        confirm={t("title.cancel", { count: cases.length })}
        dismiss={t("keep")}
        danger
        busy={false}
        error={null}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => {
          setAsking(false);
          give("cancel", reason);
        }}
      />
      {order !== null && (
        <BulkDialog
          key={order.key}
          verb={order.verb}
          reason={order.reason}
          cases={order.cases}
          attempt={order.key}
          onClose={() => {
            setOrder(null);
            onClear();
          }}
        />
      )}
    </>
  );
}
