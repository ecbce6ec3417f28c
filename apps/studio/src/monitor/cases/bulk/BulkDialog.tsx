import { ApiError, type InstanceSummary } from "@flowright/client";
import { Button, Group, Modal, Progress, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { usePartTexts } from "../../../parts/texts.ts";
import { type BulkVerb, bulkAct, NoIncident } from "./bulk-act.ts";
import { type BulkRun, type BulkState, isOver, startBulkRun } from "./bulk-run.ts";
import { useBulkTexts } from "./texts.ts";

interface BulkDialogProps {
  readonly verb: BulkVerb;
  readonly reason: string;
  /** Makes a second sending harmless. */
  readonly attempt: string;
  readonly cases: readonly InstanceSummary[];
  onClose(): void;
}

/** Carries an order out on many cases: how far it is, what was not possible and why; it can be held. */
export function BulkDialog({ verb, reason, attempt, cases, onClose }: BulkDialogProps) {
  const t = useBulkTexts();
  const parts = usePartTexts();
  const queries = useQueryClient();
  const [state, setState] = useState<BulkState<InstanceSummary>>({
    total: cases.length,
    done: 0,
    failed: [],
    paused: false,
  });
  const run = useRef<BulkRun | null>(null);
  useEffect(() => {
    // One order is carried out once, also where React mounts twice to try things out.
    if (run.current !== null) return;
    run.current = startBulkRun(cases, (item) => bulkAct(verb, item, reason, attempt), setState);
  }, [cases, verb, reason, attempt]);
  const over = isOver(state);
  useEffect(() => {
    if (!over) return;
    for (const queryKey of [["cases"], ["case"], ["tasks"], ["incidents"], ["flow-numbers"]])
      void queries.invalidateQueries({ queryKey });
  }, [over, queries]);
  const title = t(`title.${verb}`, { count: cases.length });
  const share = (100 * (state.done + state.failed.length)) / Math.max(1, state.total);
  const wordsOf = (error: unknown) =>
    error instanceof NoIncident
      ? t("noIncident")
      : error instanceof ApiError
        ? error.problem.detail || error.problem.title
        : parts("wrong");
  return (
    <Modal
      opened
      onClose={() => over && onClose()}
      withCloseButton={over}
      closeOnClickOutside={false}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Progress value={share} aria-label={title} mb="xs" />
      <Text aria-live="polite" className="number">
        {t("progress", { done: state.done, total: state.total })}
      </Text>
      {!over && <Text className="quiet">{state.paused ? t("held") : t("stay")}</Text>}
      {over && state.failed.length === 0 && <Text>{t("nothingFailed")}</Text>}
      {state.failed.length > 0 && (
        <>
          <Text mt="xs">{t("failed", { count: state.failed.length })}</Text>
          <ul className="bulk-failed">
            {state.failed.map(({ item, error }) => (
              <li key={item.id}>
                <span className="number">{item.number}</span> {wordsOf(error)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        {over ? (
          <Button onClick={onClose}>{t("close")}</Button>
        ) : (
          <Button
            variant="default"
            onClick={() => (state.paused ? run.current?.resume() : run.current?.pause())}
          >
            {state.paused ? t("goOn") : t("hold")}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
