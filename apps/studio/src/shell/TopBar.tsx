import { Kbd } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useLanguage } from "../i18n/use-language.ts";
import { nameIn } from "../parts/name-in.ts";
import { openSearch } from "../search/search-dialog.ts";
import { useSession } from "../session/session-query.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { MeMenu } from "./MeMenu.tsx";
import { SchemeSwitch } from "./SchemeSwitch.tsx";
import { useShellTexts } from "./texts.ts";
import { usePageTitle } from "./where-i-am.ts";

const MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
const MOD = MAC ? "⌘" : "Ctrl";

export function TopBar() {
  const t = useShellTexts();
  const { workspace } = useSession();
  const language = useLanguage();
  const title = usePageTitle();
  return (
    <header className="top">
      <div className="top-where cut">
        <span className="quiet top-workspace">{nameIn(workspace.name, language)}</span>
        <span className="quiet top-workspace" aria-hidden="true">
          {" / "}
        </span>
        <span className="top-title">{title}</span>
      </div>
      <button type="button" className="top-search" onClick={openSearch}>
        <IconSearch size={16} aria-hidden="true" />
        <span className="top-search-hint">{t("searchHint")}</span>
        <span className="top-search-keys" aria-hidden="true">
          <Kbd size="xs">{MOD}</Kbd> <Kbd size="xs">K</Kbd>
        </span>
      </button>
      <div className="top-end">
        <span className="top-wide">
          <SchemeSwitch />
        </span>
        <LanguageSwitch />
        <MeMenu />
      </div>
    </header>
  );
}
