import type { FlowTemplate } from "@flowright/templates";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { api } from "../../../session/api.ts";
import { useTemplateTexts } from "../texts.ts";
import { useTemplatesChanged } from "../use-templates.ts";

/** Saves a template of the workspace: a new one, or over the version that was read. */
export function useSaveTemplate(onSaved: () => void) {
  const t = useTemplateTexts();
  const language = useLanguage();
  const changed = useTemplatesChanged();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ template, replaces }: { template: FlowTemplate; replaces: number | null }) =>
      api().templates.save("flow", template.id, { content: { ...template }, replaces }),
    onSuccess: ({ name }) => {
      changed();
      notifications.show({ message: t("saved", { name: textOf(name, language) }) });
      onSaved();
    },
  });
  return {
    save: (template: FlowTemplate, replaces: number | null) => mutate({ template, replaces }),
    busy: isPending,
    error,
  };
}
