import type { BilingualText, WorkflowDefinition } from "@flowright/definition";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../session/api.ts";
import { isDrawable } from "../edit/is-drawable.ts";
import type { FlowState } from "./flow-state.ts";
import { useVersionTexts } from "./texts.ts";

interface UseKeeping {
  readonly flow: string;
  readonly draft: WorkflowDefinition;
  readonly basedOn: number | null;
  onNamed(): void;
  readonly onRestore: ((definition: WorkflowDefinition, label: BilingualText) => void) | null;
}

/** Names the draft as it is, restores a state as the draft, and removes a named one. */
export function useKeeping({ flow, draft, basedOn, onNamed, onRestore }: UseKeeping) {
  const t = useVersionTexts();
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ["kept-drafts", flow] });
  const name = useMutation({
    mutationFn: (state: { readonly name: string; readonly note: string }) =>
      api().drafts.keep(flow, { definition: { ...draft }, basedOn, ...state }),
    onSuccess: (kept) => {
      again();
      notifications.show({ message: t("kept", { name: kept.name }) });
      onNamed();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api().drafts.removeKept(flow, id),
    onSuccess: again,
  });
  const restore = useMutation({
    mutationFn: async (state: FlowState) => ({ state, content: await state.read() }),
    onSuccess: ({ state, content }) => {
      if (!isDrawable(content)) {
        notifications.show({ message: t("notDrawable") });
        return;
      }
      onRestore?.(
        { ...content, id: flow },
        { en: `Restore: ${state.title}`, "zh-CN": `恢复：${state.title}` },
      );
      again();
      notifications.show({ message: t("restoredAs", { what: state.title }), autoClose: 8_000 });
    },
  });
  return { name, remove, restore };
}
