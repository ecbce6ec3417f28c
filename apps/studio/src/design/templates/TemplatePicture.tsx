import type { WorkflowDefinition } from "@flowright/definition";
import { flowPicture } from "@flowright/designer/picture";
import { type SyntheticEvent, useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { useTemplateTexts } from "./texts.ts";

interface TemplatePictureProps {
  readonly definition: WorkflowDefinition;
  readonly alt: string;
  /** All of it, to be moved sideways where it is wide; else its beginning, large enough to be read. */
  readonly whole?: boolean;
}

/** What a card shows of a picture that is larger, in the picture's own pixels: the words of steps stay legible. */
const SHOWN = { width: 640, height: 345 };

/** The flow of a template as a picture, painted from the definition; light in both themes, like every picture. */
export function TemplatePicture({ definition, alt, whole = false }: TemplatePictureProps) {
  const language = useLanguage();
  const t = useTemplateTexts();
  const picture = useMemo(
    () => flowPicture(definition, { language, ground: "#ffffff", ...(whole ? {} : { beginning: SHOWN }) }),
    [definition, language, whole],
  );
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  if (!whole)
    return <img className="template-picture" src={source} alt={alt} loading="lazy" decoding="async" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that is wider than its place is moved with the arrow keys
    <section className="template-whole" aria-label={t("pictureWhole")} tabIndex={0}>
      <img src={source} alt={alt} onLoad={toItsMiddle} />
    </section>
  );
}

/** Flows begin at the left, halfway down. */
function toItsMiddle({ currentTarget }: SyntheticEvent<HTMLImageElement>): void {
  const place = currentTarget.parentElement;
  if (place !== null) place.scrollTop = (place.scrollHeight - place.clientHeight) / 2;
}
