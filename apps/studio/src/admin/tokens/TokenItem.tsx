import type { ApiToken } from "@flowright/client";
import { ActionIcon, Badge } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { useTimeTexts } from "../../time/texts.ts";
import { momentWords } from "../../time/time-words.ts";
import { useNow } from "../../time/use-now.ts";
import { usePermissionTexts } from "../roles/permission-texts.ts";
import { useTokensTexts } from "./texts.ts";

/** One API token: what it may do, who made it, when it was used. */
export function TokenItem({ token, onRemove }: { token: ApiToken; onRemove(): void }) {
  const t = useTokensTexts();
  const words = usePermissionTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const person = usePersonName();
  const now = useNow();
  const at = (moment: string) => momentWords(moment, now, language, time);
  return (
    <li className="admin-item">
      <div className="admin-item-main">
        <span className="admin-item-name">{token.name}</span>
        <p className="admin-item-about quiet">
          <span>{t("created", { when: at(token.createdAt), who: person(token.createdBy) })}</span>
          <span>
            {token.lastUsedAt === null ? t("neverUsed") : t("used", { when: at(token.lastUsedAt) })}
          </span>
        </p>
        <div className="admin-chips">
          {token.permissions.map((permission) => (
            <Badge key={permission}>{words(permission)}</Badge>
          ))}
        </div>
      </div>
      <ActionIcon aria-label={t("removeOf", { name: token.name })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
