import { Menu, Text, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconExternalLink, IconKey, IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useLanguage } from "../i18n/use-language.ts";
import { initialOf, nameIn } from "../parts/name-in.ts";
import { api } from "../session/api.ts";
import { ChangePasswordDialog } from "../session/password/ChangePasswordDialog.tsx";
import { sessionQuery, useSession } from "../session/session-query.ts";
import { forgetTabSecret } from "../session/tab-session.ts";
import { useScheme } from "../theme/use-scheme.ts";
import { useShellTexts } from "./texts.ts";

/** Who I am, my workspaces, working as somebody else of the sample, my password, and the way out. */
export function MeMenu() {
  const t = useShellTexts();
  const language = useLanguage();
  const scheme = useScheme();
  const { setColorScheme } = useMantineColorScheme();
  const { person, workspace, workspaces } = useSession();
  const router = useRouter();
  const queries = useQueryClient();
  const entry = useQuery({
    queryKey: ["entry"],
    queryFn: () => api().sessions.entryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: workspace.sample,
  });
  const [changingPassword, setChangingPassword] = useState(false);
  const name = nameIn(person.name, language);
  const others =
    entry.data?.oneClick === true ? entry.data.people.filter(({ user }) => user !== person.user) : [];

  const enterWorkspace = async (id: string) => {
    const session = await api().sessions.switchWorkspace(id);
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
    await router.navigate({ to: "/" });
  };
  const signOut = async () => {
    await api()
      .sessions.signOut()
      .catch(() => undefined);
    forgetTabSecret();
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, null);
    await router.navigate({ to: "/enter" });
  };

  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <button type="button" className="me" aria-label={t("me", { name })}>
            <span aria-hidden="true">{initialOf(person.name, language)}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className="me-head">
            <Text fw={600}>{name}</Text>
            <Text size="xs" className="quiet">
              {person.user} · {nameIn(workspace.name, language)}
            </Text>
          </div>
          <Menu.Item
            className="top-narrow"
            leftSection={scheme === "dark" ? <IconSun size={16} /> : <IconMoon size={16} />}
            onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
          >
            {scheme === "dark" ? t("toLight") : t("toDark")}
          </Menu.Item>
          {workspaces.length > 0 && (
            <>
              <Menu.Divider />
              <Menu.Label>{t("workspaces")}</Menu.Label>
              <Menu.Item leftSection={<IconCheck size={16} />} aria-current="true">
                {nameIn(workspace.name, language)}
              </Menu.Item>
              {workspaces
                .filter(({ id }) => id !== workspace.id)
                .map(({ id, name: other }) => (
                  <Menu.Item
                    key={id}
                    leftSection={<span className="me-gap" />}
                    onClick={() => void enterWorkspace(id)}
                  >
                    {nameIn(other, language)}
                  </Menu.Item>
                ))}
            </>
          )}
          {others.length > 0 && (
            <>
              <Menu.Divider />
              <Menu.Label>{t("workAs")}</Menu.Label>
              {others.map((other) => (
                <Menu.Item
                  key={other.user}
                  component="a"
                  href={`/enter?as=${encodeURIComponent(other.user)}`}
                  target="_blank"
                  rel="noopener"
                  leftSection={<IconExternalLink size={16} />}
                >
                  {t("workAsPerson", { name: nameIn(other.name, language) })}
                </Menu.Item>
              ))}
            </>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setChangingPassword(true)}>
            {t("changePassword")}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            {t("signOut")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePasswordDialog opened={changingPassword} onClose={() => setChangingPassword(false)} />
    </>
  );
}
