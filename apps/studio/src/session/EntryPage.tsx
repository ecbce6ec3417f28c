import type { EntryOptions } from "@flowright/client";
import { Button, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconArrowRight, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { SchemeSwitch } from "../shell/SchemeSwitch.tsx";
import { api } from "./api.ts";
import "./entry.css";
import { initialOf, nameIn } from "../parts/name-in.ts";
import { SignInForm } from "./SignInForm.tsx";
import { TabEntry } from "./TabEntry.tsx";
import { useEntryTexts } from "./texts.ts";
import { useEnter } from "./use-enter.ts";

const route = getRouteApi("/enter");

/** The first page: one click into the sample, a workspace of one's own, or a password. */
export function EntryPage() {
  const t = useEntryTexts();
  const { as, expired } = route.useSearch();
  const options = useQuery({ queryKey: ["entry"], queryFn: () => api().sessions.entryOptions() });
  return (
    <div className="entry">
      <header className="entry-top">
        <Group gap="xs">
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <Text fw={600}>Flowright</Text>
        </Group>
        <Group gap="xs">
          <SchemeSwitch />
          <LanguageSwitch />
        </Group>
      </header>
      <main className="entry-main">
        <Title order={1}>{t("title")}</Title>
        <Text className="quiet" mt={4} mb="lg">
          {t("lead")}
        </Text>
        {expired === true && (
          <Text className="entry-note" role="status">
            {t("expired")}
          </Text>
        )}
        {as === undefined ? <Choices options={options.data} /> : <TabEntry user={as} />}
        {options.isError && <ProblemAlert error={options.error} onRetry={() => void options.refetch()} />}
      </main>
    </div>
  );
}

function Choices({ options }: { options: EntryOptions | undefined }) {
  const t = useEntryTexts();
  const oneClick = options?.oneClick === true && options.people.length > 0;
  const offersMore = oneClick || options?.ownWorkspace === true;
  if (options === undefined) return <ChoicesSkeleton />;
  return (
    <Stack gap="lg">
      {oneClick && <SamplePeople options={options} />}
      {options.ownWorkspace && <OwnWorkspace />}
      <section aria-label={t("signIn")}>
        <Text fw={600} mb={4}>
          {offersMore ? t("orSignIn") : t("signIn")}
        </Text>
        {!offersMore && (
          <Text size="sm" className="quiet" mb="sm">
            {t("signInLead")}
          </Text>
        )}
        <Paper className="card" p="md">
          <SignInForm focus={!offersMore} />
        </Paper>
      </section>
    </Stack>
  );
}

function SamplePeople({ options }: { options: EntryOptions }) {
  const t = useEntryTexts();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const { enter, error, busy } = useEnter();
  return (
    <section aria-label={t("tryIt")}>
      <Text fw={600}>{t("tryIt")}</Text>
      <Text size="sm" className="quiet" mb="sm">
        {t("tryItHelp")}
      </Text>
      <ul className="entry-people">
        {options.people.map((person) => (
          <li key={person.user}>
            <button
              type="button"
              className="entry-person"
              disabled={busy}
              data-busy={busy && chosen === person.user ? true : undefined}
              onClick={() => {
                setChosen(person.user);
                enter(() => api().sessions.enter(person.user));
              }}
            >
              <span className="entry-initial" aria-hidden="true">
                {initialOf(person.name, language)}
              </span>
              <span className="entry-person-text">
                {t("enterAs", {
                  name: nameIn(person.name, language),
                  title: textOf(person.title, language),
                })}
              </span>
              <IconArrowRight size={18} aria-hidden="true" className="entry-arrow" />
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <ProblemAlert error={error} />}
    </section>
  );
}

function OwnWorkspace() {
  const t = useEntryTexts();
  const { enter, error, busy } = useEnter();
  return (
    <section>
      <Button
        variant="default"
        fullWidth
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        loading={busy}
        onClick={() => enter(() => api().sessions.ownWorkspace(t("ownName")))}
      >
        {t("own")}
      </Button>
      <Text size="xs" className="quiet" mt={4}>
        {t("ownHelp")}
      </Text>
      {error !== null && <ProblemAlert error={error} />}
    </section>
  );
}

function ChoicesSkeleton() {
  return (
    <Stack gap="sm" aria-busy="true">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} h={56} />
      ))}
    </Stack>
  );
}
