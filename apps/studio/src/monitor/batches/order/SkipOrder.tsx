import { Select } from "@mantine/core";
import { useState } from "react";
import { useStepChoices } from "../../cases/use-step-choices.ts";
import { useBatchTexts } from "../texts.ts";
import type { OrderProps } from "./order.ts";
import { ReasonedOrder } from "./ReasonedOrder.tsx";
import { useOrderTexts } from "./texts.ts";
import { useOrder } from "./use-order.ts";

const INCIDENTS = " incidents";

/** Lets many cases go on behind steps that went wrong, or behind one step where they stand. */
export function SkipOrder({ choice, count, flow, version, onClose }: OrderProps) {
  const t = useOrderTexts();
  const batch = useBatchTexts();
  const order = useOrder(choice);
  const steps = useStepChoices(flow ?? undefined, version);
  const [step, setStep] = useState(INCIDENTS);
  const title = batch("title.skip", { count });
  return (
    <ReasonedOrder
      order={order}
      title={title}
      lead={t("lead.skip")}
      confirm={title}
      onClose={onClose}
      onConfirm={(reason) =>
        order.mutate({ kind: "skip", reason, ...(step === INCIDENTS ? {} : { node: step }) })
      }
    >
      <Select
        label={t("skipWhat")}
        mb="sm"
        allowDeselect={false}
        searchable={steps.length > 0}
        data={[{ value: INCIDENTS, label: t("skipIncidents") }, ...steps]}
        value={step}
        onChange={(value) => setStep(value ?? INCIDENTS)}
      />
    </ReasonedOrder>
  );
}
