import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconDownload, IconTrash } from "@tabler/icons-react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { downloadJson } from "../edit/download-json.ts";
import { useTemplateTexts } from "./texts.ts";
import type { ListedStepTemplate } from "./use-step-templates.ts";

interface StepTemplateListProps {
  readonly templates: readonly ListedStepTemplate[];
  readonly mayWrite: boolean;
  onDelete(template: ListedStepTemplate): void;
}

/** The step templates of the workspace; they are made and used in the designer. */
export function StepTemplateList({ templates, mayWrite, onDelete }: StepTemplateListProps) {
  const t = useTemplateTexts();
  const language = useLanguage();
  if (templates.length === 0) return null;
  return (
    <section className="step-templates" aria-labelledby="step-templates">
      <h2 id="step-templates">{t("steps")}</h2>
      <p>{t("stepsLead")}</p>
      <ul>
        {templates.map((template) => {
          const { kept, content } = template;
          const name = textOf(kept.name, language);
          const about = textOf(kept.description, language);
          return (
            <li key={kept.id} className="card">
              <span>
                <strong>{name}</strong>
                {about !== name && <span className="quiet">{about}</span>}
                <span className="quiet">{t("ofWorkspace", { version: kept.version })}</span>
              </span>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon aria-label={t("moreNamed", { name })}>
                    <IconDots size={18} aria-hidden="true" />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconDownload size={16} aria-hidden="true" />}
                    onClick={() => downloadJson(`${kept.id}.step-template`, content)}
                  >
                    {t("export")}
                  </Menu.Item>
                  {mayWrite && (
                    <Menu.Item
                      color="var(--status-late)"
                      leftSection={<IconTrash size={16} aria-hidden="true" />}
                      onClick={() => onDelete(template)}
                    >
                      {t("delete")}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
