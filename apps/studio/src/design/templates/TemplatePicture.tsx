import type { WorkflowDefinition } from "@flowright/definition";
import { flowPicture } from "@flowright/designer/picture";
import { useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { useTemplateTexts } from "./texts.ts";

interface TemplatePictureProps {
  readonly definition: WorkflowDefinition;
  readonly alt: string;
  /** All of it, to be moved sideways where it is wide; else its beginning, large enough to be read. */
  readonly whole?: boolean;
}

/** What a card shows of a picture that is larger, in the picture's own pixels: the words of steps stay legible. */
const SHOWN = { width: 760, height: 400 };

/** The flow of a template as a picture, painted from the definition; light in both themes, like every picture. */
export function TemplatePicture({ definition, alt, whole = false }: TemplatePictureProps) {
  const language = useLanguage();
  const t = useTemplateTexts();
  const picture = useMemo(() => {
    const drawn = flowPicture(definition, { language, ground: "#ffffff" });
    return whole ? drawn : beginningOf(drawn, definition);
  }, [definition, language, whole]);
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  const image = <img className="template-picture" src={source} alt={alt} loading="lazy" decoding="async" />;
  if (!whole) return image;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that is wider than its place is moved with the arrow keys
    <section className="template-whole" aria-label={t("pictureWhole")} tabIndex={0}>
      {image}
    </section>
  );
}

/** Only so much of a large picture as can be read in a card, from where the flow begins. */
function beginningOf(picture: string, { nodes }: WorkflowDefinition): string {
  return picture.replace(
    /viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)" width="[\d.]+" height="[\d.]+"/,
    (_, ...box: string[]) => {
      const [left = 0, top = 0, width = 0, height = 0] = box.map(Number);
      const shown = { width: Math.min(width, SHOWN.width), height: Math.min(height, SHOWN.height) };
      const start = nodes.find(({ kind }) => kind === "start")?.position?.y ?? top;
      const wanted = start - shown.height / 2;
      const y = Math.max(top, Math.min(wanted, top + height - shown.height));
      return `viewBox="${left} ${y} ${shown.width} ${shown.height}" width="${shown.width}" height="${shown.height}"`;
    },
  );
}
