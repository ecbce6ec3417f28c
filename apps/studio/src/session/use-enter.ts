import type { Session } from "@flowright/client";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { changeLanguage } from "../i18n/i18n.ts";
import { storedLanguage } from "../i18n/language.ts";
import { sessionQuery } from "./session-query.ts";
import { forgetTabSecret } from "./tab-session.ts";
import { wayBack } from "./way-back.ts";

const route = getRouteApi("/enter");

/** Runs one way of entering, keeps the new session and returns to where the person wanted to be. */
export function useEnter() {
  const queries = useQueryClient();
  const router = useRouter();
  const { back } = route.useSearch();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const enter = (request: () => Promise<Session>) => {
    setBusy(true);
    setError(null);
    request().then(
      (session) => {
        forgetTabSecret();
        queries.clear();
        queries.setQueryData(sessionQuery.queryKey, session);
        if (storedLanguage() === null && session.person.language !== null)
          changeLanguage(session.person.language);
        router.history.push(wayBack(back));
      },
      (failure: unknown) => {
        setError(failure);
        setBusy(false);
      },
    );
  };
  return { enter, error, busy };
}
