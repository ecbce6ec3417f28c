import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots, IconDownload, IconPencil, IconTrash } from "@tabler/icons-react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { downloadJson } from "../edit/download-json.ts";
import { TemplateNeeds } from "./TemplateNeeds.tsx";
import { TemplatePicture } from "./TemplatePicture.tsx";
import { useTemplateTexts } from "./texts.ts";
import type { GalleryTemplate } from "./use-templates.ts";

interface TemplateCardProps {
  readonly entry: GalleryTemplate;
  readonly mayWrite: boolean;
  onUse(): void;
  onEdit(): void;
  onDelete(): void;
}

/** One template of the gallery: picture, what it is, what it needs, and what can be done with it. */
export function TemplateCard({ entry, mayWrite, onUse, onEdit, onDelete }: TemplateCardProps) {
  const t = useTemplateTexts();
  const language = useLanguage();
  const { template, kept } = entry;
  const name = textOf(template.name, language);
  return (
    <article className="card template-card" aria-label={name}>
      <TemplatePicture definition={template.definition} alt={t("picture", { name })} />
      <div className="template-words">
        <h2>{name}</h2>
        {kept !== null && <span className="template-own">{t("ofWorkspace", { version: kept.version })}</span>}
        <p>{textOf(template.description, language)}</p>
        <TemplateNeeds template={template} />
      </div>
      <div className="template-actions">
        {mayWrite && (
          <Button size="sm" onClick={onUse} aria-label={t("useNamed", { name })}>
            {t("use")}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t("moreNamed", { name })}>
              <IconDots size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              onClick={() => downloadJson(`${template.id}.template`, template)}
            >
              {t("export")}
            </Menu.Item>
            {mayWrite && kept !== null && (
              <>
                <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
                  {t("edit")}
                </Menu.Item>
                <Menu.Item
                  color="var(--status-late)"
                  leftSection={<IconTrash size={16} aria-hidden="true" />}
                  onClick={onDelete}
                >
                  {t("delete")}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
    </article>
  );
}
