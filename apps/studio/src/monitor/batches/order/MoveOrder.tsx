import { stepsToBegin } from "@flowright/definition";
import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { api } from "../../../session/api.ts";
import { useStepChoices } from "../../cases/use-step-choices.ts";
import { useBatchTexts } from "../texts.ts";
import { OrderPreview } from "./OrderPreview.tsx";
import type { OrderProps } from "./order.ts";
import { ReasonedOrder } from "./ReasonedOrder.tsx";
import { useOrderTexts } from "./texts.ts";
import { useOrder } from "./use-order.ts";
import { useVersions } from "./use-versions.ts";

/** Takes many cases from one step to another; it is tried on each group of them first. */
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
  const check = useQuery({
    queryKey: ["batches", "check", choice, "move", from, to],
    queryFn: ({ signal }) =>
      // The reason belongs to carrying it out.
      api().batches.check(
        { operation: { kind: "move", from: from ?? "", to: to ?? "", reason: "-" }, ...choice },
        { signal },
      ),
    enabled: from !== null && to !== null,
    placeholderData: keepPreviousData,
  });
  const definitions = useVersions(flow, [
    ...new Set((check.data?.groups ?? []).map((group) => group.version)),
  ]);
  const complete = from !== null && to !== null;
  const safe = check.data?.safe ?? 0;
  const title = batch("title.move", { count });
  return (
    <ReasonedOrder
      order={order}
      title={title}
      lead={t("lead.move")}
      size="lg"
      confirm={complete && check.isSuccess ? batch("title.move", { count: safe }) : title}
      blocked={complete && (safe === 0 || check.isPlaceholderData)}
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
      {complete && <OrderPreview check={check} definitions={definitions} />}
    </ReasonedOrder>
  );
}
