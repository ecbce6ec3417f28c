import { stepsToBegin } from "@flowright/definition";
import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { api } from "../../../session/api.ts";
import { useStepChoices } from "../../cases/use-step-choices.ts";
import { useBatchTexts } from "../texts.ts";
import type { OrderProps } from "./order.ts";
import { ReasonedOrder } from "./ReasonedOrder.tsx";
import { useOrderTexts } from "./texts.ts";
import { useOrder } from "./use-order.ts";

/** Takes many cases from one step to another. */
export function MoveOrder({ choice, count, flow, version, onClose }: OrderProps & { readonly flow: string }) {
  const t = useOrderTexts();
  const batch = useBatchTexts();
  const language = useLanguage();
  const order = useOrder(choice);
  const froms = useStepChoices(flow, version);
  const { data } = useQuery({
    queryKey: ["definition", flow, "version", version ?? "latest"],
    queryFn: ({ signal }) => api().definitions.read(flow, version ?? "latest", { signal }),
  });
  const [from, setFrom] = useState<string | null>(choice.where?.node ?? null);
  const [to, setTo] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const tos = (data === undefined ? [] : stepsToBegin(data.definition, [])).map((node) => ({
    value: node.id,
    label: textOf(node.name, language) || (node.kind === "end" ? t("end") : node.id),
  }));
  const title = batch("title.move", { count });
  return (
    <ReasonedOrder
      order={order}
      title={title}
      lead={t("lead.move")}
      confirm={title}
      onClose={onClose}
      onConfirm={(reason) => {
        setTried(true);
        if (from !== null && to !== null) order.mutate({ kind: "move", from, to, reason });
      }}
    >
      <Select
        label={t("from")}
        placeholder={t("step")}
        mb="sm"
        searchable
        withAsterisk
        data={froms}
        value={from}
        error={tried && from === null ? t("stepMissing") : undefined}
        onChange={setFrom}
      />
      <Select
        label={t("to")}
        placeholder={t("step")}
        mb="sm"
        searchable
        withAsterisk
        data={tos}
        value={to}
        error={tried && to === null ? t("stepMissing") : undefined}
        onChange={setTo}
      />
    </ReasonedOrder>
  );
}
