import type { WorkflowDefinition } from "@flowright/definition";
import { flowPicture } from "@flowright/designer/picture";
import { useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";

interface TemplatePictureProps {
  readonly definition: WorkflowDefinition;
  readonly alt: string;
}

/** The flow of a template as a picture, painted from the definition; light in both themes, like every picture. */
export function TemplatePicture({ definition, alt }: TemplatePictureProps) {
  const language = useLanguage();
  const source = useMemo(
    () =>
      `data:image/svg+xml;charset=utf-8,${encodeURIComponent(flowPicture(definition, { language, ground: "#ffffff" }))}`,
    [definition, language],
  );
  return <img className="template-picture" src={source} alt={alt} loading="lazy" decoding="async" />;
}
