import type { WorkflowDefinition } from "@flowright/definition";
import { SaveTemplateDialog } from "./save/SaveTemplateDialog.tsx";
import { UseTemplateDialog } from "./use/UseTemplateDialog.tsx";
import { type GalleryTemplate, useTemplates } from "./use-templates.ts";

interface TemplateOntoFlowProps {
  readonly definition: WorkflowDefinition;
  /** What is asked: to fill the empty flow from a template, or to keep the flow as one. */
  readonly asked: { readonly begin: string } | "save" | null;
  onFill(definition: WorkflowDefinition): void;
  onClose(): void;
}

/** Templates within the designer: an empty flow is filled from one, any flow is kept as one. */
export function TemplateOntoFlow({ definition, asked, onFill, onClose }: TemplateOntoFlowProps) {
  const { data: templates = NONE } = useTemplates(asked !== null && asked !== "save");
  if (asked === null) return null;
  if (asked === "save")
    return <SaveTemplateDialog definition={definition} existing={null} onClose={onClose} />;
  const chosen = templates.find(({ key }) => key === asked.begin);
  if (chosen === undefined) return null;
  return (
    <UseTemplateDialog
      template={chosen.template}
      taken={null}
      busy={false}
      error={null}
      onUse={(made) => {
        onFill({ ...made, id: definition.id, name: definition.name });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

const NONE: readonly GalleryTemplate[] = [];
