import { changeSummary, compareFlows } from "@flowright/designer/compare";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { isDrawable } from "../edit/is-drawable.ts";
import { useWorkspaceChoices } from "../edit/use-workspace-choices.ts";
import type { FlowState } from "./flow-state.ts";

/** What a state changed against the one before it, in a sentence; nothing until both are known. */
export function WhatChanged({ before, after }: { readonly before: FlowState; readonly after: FlowState }) {
  const language = useLanguage();
  const choices = useWorkspaceChoices();
  const was = useStateContent(before);
  const is = useStateContent(after);
  const words = useMemo(() => {
    if (!isDrawable(was) || !isDrawable(is)) return "";
    return changeSummary(compareFlows(was, is, language, choices).changes, language);
  }, [was, is, language, choices]);
  return (
    <Text size="sm" className="version-changed">
      {words || "\u00A0"}
    </Text>
  );
}

function useStateContent(state: FlowState): unknown {
  const { data } = useQuery({
    queryKey: ["flow-state", ...state.key],
    queryFn: () => state.read(),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: state.definition === undefined,
  });
  return state.definition ?? data;
}
