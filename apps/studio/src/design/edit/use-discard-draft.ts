import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../session/api.ts";
import type { Autosave } from "../save/autosave.ts";
import { readDraft } from "../save/read-draft.ts";
import { useEditTexts } from "./texts.ts";

interface UseDiscardDraft {
  readonly flow: string;
  readonly name: string;
  readonly latest: number | null;
  readonly autosave: Autosave;
  onReload(): void;
}

/** Deletes the draft: back to the latest version, or to the list where none is published. */
export function useDiscardDraft({ flow, name, latest, autosave, onReload }: UseDiscardDraft) {
  const t = useEditTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      // What is on its way must not bring the draft back afterwards.
      await autosave.flush();
      autosave.forget();
      if ((await readDraft(flow)) !== null) await api().drafts.remove(flow);
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["definitions"] });
      if (latest === null) {
        notifications.show({ message: t("deleted", { flow: name }) });
        void navigate({ to: "/design" });
      } else {
        notifications.show({ message: t("discarded", { version: latest }) });
        onReload();
      }
    },
  });
}
