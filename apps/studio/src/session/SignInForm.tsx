import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { api } from "./api.ts";
import { useEntryTexts } from "./texts.ts";
import { useEnter } from "./use-enter.ts";

/** User name and password; says in words what is missing or refused. */
export function SignInForm({ focus, initialUser = "" }: { focus: boolean; initialUser?: string }) {
  const t = useEntryTexts();
  const { enter, error, busy } = useEnter();
  const [user, setUser] = useState(initialUser);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const userField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const submit = () => {
    setTried(true);
    if (user.trim() === "") return userField.current?.focus();
    if (password === "") return passwordField.current?.focus();
    enter(() => api().sessions.signIn(user.trim(), password));
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <TextInput
          ref={userField}
          label={t("user")}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus={focus ? true : undefined}
          value={user}
          error={tried && user.trim() === "" ? t("userMissing") : undefined}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <PasswordInput
          ref={passwordField}
          label={t("password")}
          name="password"
          autoComplete="current-password"
          value={password}
          error={tried && password === "" ? t("passwordMissing") : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {error !== null && <ProblemAlert error={error} />}
        <Button type="submit" loading={busy}>
          {t("signIn")}
        </Button>
      </Stack>
    </form>
  );
}
