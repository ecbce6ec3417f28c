import { useMantineColorScheme } from "@mantine/core";
import { IconLanguage, IconMoon, IconPlayerPlay, IconProgress } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { changeLanguage } from "../i18n/i18n.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { placesFor } from "../shell/places.ts";
import { useShellTexts } from "../shell/texts.ts";
import { useScheme } from "../theme/use-scheme.ts";
import { useSearchTexts } from "./texts.ts";

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: typeof IconMoon;
  run(): void;
}

/** What the search box can do besides finding. */
export function useCommands(): Command[] {
  const t = useSearchTexts();
  const shell = useShellTexts();
  const language = useLanguage();
  const scheme = useScheme();
  const { setColorScheme } = useMantineColorScheme();
  const { permissions } = useSession();
  const navigate = useNavigate();
  const places = placesFor(permissions).map(
    ({ id, to, icon }): Command => ({
      id,
      label: t("goTo", { place: shell(id) }),
      icon,
      run: () => void navigate({ to }),
    }),
  );
  const starting: Command[] = permissions.includes("instance.start")
    ? [
        {
          id: "start",
          label: t("start"),
          icon: IconPlayerPlay,
          run: () => void navigate({ to: "/start" }),
        },
        {
          id: "started",
          label: t("started"),
          icon: IconProgress,
          run: () => void navigate({ to: "/started" }),
        },
      ]
    : [];
  return [
    ...places,
    ...starting,
    {
      id: "scheme",
      label: t("switchScheme"),
      icon: IconMoon,
      run: () => setColorScheme(scheme === "dark" ? "light" : "dark"),
    },
    {
      id: "language",
      label: t("switchLanguage"),
      icon: IconLanguage,
      run: () => changeLanguage(language === "en" ? "zh-CN" : "en"),
    },
  ];
}
