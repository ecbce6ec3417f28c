import { Loader, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { enterInThisTab } from "./api.ts";
import { SignInForm } from "./SignInForm.tsx";
import { useEntryTexts } from "./texts.ts";
import { wayBack } from "./way-back.ts";

const route = getRouteApi("/enter");

/** `?as=wang`: gets a session for this tab alone, and goes on. */
export function TabEntry({ user }: { user: string }) {
  const t = useEntryTexts();
  const { back } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const [refused, setRefused] = useState(false);
  const asked = useRef(false);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    enterInThisTab(user).then(
      (entered) => {
        if (!entered) return setRefused(true);
        queries.clear();
        router.history.replace(wayBack(back));
      },
      () => setRefused(true),
    );
  }, [user, back, router, queries]);

  if (!refused) {
    return (
      <Stack align="center" py="xl" role="status">
        <Loader />
        <Text className="quiet">{t("entering", { user })}</Text>
      </Stack>
    );
  }
  return (
    <Stack>
      <Text className="entry-note" role="alert">
        {t("tabRefused")} {t("tabRefusedFix")}
      </Text>
      <SignInForm focus initialUser={user} />
    </Stack>
  );
}
