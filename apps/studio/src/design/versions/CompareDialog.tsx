import { Modal, Select, Skeleton, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { lazyPart } from "../../parts/lazy/lazy-part.ts";
import { usePartTexts } from "../../parts/texts.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { isDrawable } from "../edit/is-drawable.ts";
import { useWorkspaceChoices } from "../edit/use-workspace-choices.ts";
import type { FlowState } from "./flow-state.ts";
import { useVersionTexts } from "./texts.ts";
import "./versions.css";

const Compare = lazyPart(async () => (await import("./Compare.tsx")).default);

export interface CompareDialogProps {
  readonly title: string;
  /** What can be compared. */
  readonly states: readonly FlowState[];
  /** Ids of the two that are compared first. */
  readonly before: string;
  readonly after: string;
  onClose(): void;
}

/** Any two states of a flow against each other, over the whole page. */
export function CompareDialog({ title, states, onClose, ...first }: CompareDialogProps) {
  const t = useVersionTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const theme = useScheme();
  const choices = useWorkspaceChoices();
  const [ids, setIds] = useState({ before: first.before, after: first.after });
  const pair = [stateOf(states, ids.before), stateOf(states, ids.after)];
  const [before, after] = useQueries({
    queries: pair.map((state) => ({
      queryKey: ["flow-state", ...(state?.key ?? [])],
      queryFn: () => state?.read() ?? null,
      // A version never changes, and what is at hand needs no asking.
      staleTime: state?.definition === undefined ? Number.POSITIVE_INFINITY : 0,
      enabled: state !== undefined && state.definition === undefined,
    })),
  });
  const was = pair[0]?.definition ?? before?.data;
  const is = pair[1]?.definition ?? after?.data;
  const failed = before?.error ?? after?.error ?? null;
  const select = (side: "before" | "after") => (
    <Select
      label={t(side)}
      size="xs"
      allowDeselect={false}
      data={states.map(({ id, title: name }) => ({ value: id, label: name }))}
      value={ids[side]}
      onChange={(value) => value !== null && setIds((now) => ({ ...now, [side]: value }))}
    />
  );
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
      classNames={{ content: "compare", body: "compare-body" }}
    >
      <div className="compare-choice">
        {select("before")}
        <span aria-hidden="true">→</span>
        {select("after")}
      </div>
      <div className="compare-stage">
        {failed !== null ? (
          <LoadFailure
            error={failed}
            onRetry={() => {
              void before?.refetch();
              void after?.refetch();
            }}
          />
        ) : was === undefined || is === undefined ? (
          <Skeleton h="100%" />
        ) : isDrawable(was) && isDrawable(is) ? (
          <Suspense fallback={<Skeleton h="100%" />}>
            <Compare
              before={was}
              after={is}
              beforeTitle={pair[0]?.title ?? ""}
              afterTitle={pair[1]?.title ?? ""}
              language={language}
              theme={theme}
              {...choices}
            />
          </Suspense>
        ) : (
          <Text p="md">{t("notDrawable")}</Text>
        )}
      </div>
    </Modal>
  );
}

function stateOf(states: readonly FlowState[], id: string): FlowState | undefined {
  return states.find((state) => state.id === id);
}
