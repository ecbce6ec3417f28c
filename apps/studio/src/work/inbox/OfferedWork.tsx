import type { StepOffer } from "@flowright/client";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { useWorkTexts } from "../texts.ts";

const EVERY = 30_000;

/** Steps for me or my roles that nobody has begun; they begin when people see fit. */
export function OfferedWork() {
  const t = useWorkTexts();
  const offers = useQuery({
    queryKey: ["tasks", "offers"],
    queryFn: ({ signal }) => api().tasks.offers({ signal }),
    refetchInterval: EVERY,
  });
  if (offers.data === undefined || offers.data.length === 0) return null;
  return (
    <section className="offered" aria-label={t("offered")}>
      <details>
        <summary>
          {t("offered")} <span className="number">{offers.data.length}</span>
        </summary>
        <ul>
          {offers.data.map((offer) => (
            <Offered key={`${offer.instanceId} ${offer.scope} ${offer.node}`} offer={offer} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function Offered({ offer }: { offer: StepOffer }) {
  const t = useWorkTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const { instanceId, instanceNumber, instanceTitle, scope, node } = offer;
  const step = textOf(offer.name, language) || node;
  const begin = useMutation({
    mutationFn: () => api().instances.beginStep(instanceId, { scope, node }),
    onSuccess: () => notifications.show({ message: t("offeredBegun", { step }) }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["tasks"] });
      void queries.invalidateQueries({ queryKey: ["case", instanceId] });
    },
  });
  return (
    <li>
      <span className="offered-words">
        <strong>{step}</strong>
        <span className="quiet">
          <Link to="/cases/$caseId" params={{ caseId: instanceId }}>
            {instanceTitle ?? instanceNumber}
          </Link>
          {" · "}
          {textOf(offer.definitionName, language)}
        </span>
      </span>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
        loading={begin.isPending}
        aria-label={t("offeredBegin", { step, number: instanceNumber })}
        onClick={() => begin.mutate()}
      >
        {t("begin")}
      </Button>
      {begin.isError && <ProblemAlert error={begin.error} />}
    </li>
  );
}
