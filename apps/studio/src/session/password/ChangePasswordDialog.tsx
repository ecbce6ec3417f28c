import { ApiError } from "@flowright/client";
import { Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { api } from "../api.ts";
import { useSession } from "../session-query.ts";
import { usePasswordTexts } from "./texts.ts";

/** What the server asks for. */
const SHORTEST = 8;

/** One's own new password, proved by the one until now. */
export function ChangePasswordDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = usePasswordTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={600}>{t("title")}</Text>}>
      {opened && <PasswordForm onClose={onClose} />}
    </Modal>
  );
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const t = usePasswordTexts();
  const parts = usePartTexts();
  const { person } = useSession();
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [tried, setTried] = useState(false);
  const currentField = useRef<HTMLInputElement>(null);
  const freshField = useRef<HTMLInputElement>(null);

  const change = useMutation({
    mutationFn: () =>
      api().sessions.changePassword({ ...(current === "" ? {} : { current }), password: fresh }),
    onSuccess: () => {
      notifications.show({ message: t("changed") });
      onClose();
    },
    onError: (error) => {
      if (isWrongPassword(error)) currentField.current?.select();
    },
  });
  const lacking = SHORTEST - [...fresh].length;
  const unfit = lacking > 0 ? t("short", { count: lacking }) : fresh === current ? t("same") : null;
  const wrong = isWrongPassword(change.error);

  const submit = () => {
    setTried(true);
    if (unfit !== null) return freshField.current?.focus();
    change.mutate();
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
        <Text className="quiet">{t("lead")}</Text>
        {/* Password stores need to know whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={person.user} readOnly hidden />
        <PasswordInput
          ref={currentField}
          label={t("current")}
          description={t("currentLead")}
          autoComplete="current-password"
          maxLength={200}
          data-autofocus
          value={current}
          error={wrong ? t("wrong") : undefined}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
            change.reset();
          }}
        />
        <PasswordInput
          ref={freshField}
          label={t("fresh")}
          description={t("freshLead")}
          autoComplete="new-password"
          maxLength={200}
          value={fresh}
          error={tried && unfit !== null ? unfit : undefined}
          onChange={(event) => setFresh(event.currentTarget.value)}
        />
        {change.error !== null && !wrong && <ProblemAlert error={change.error} />}
      </Stack>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {parts("cancel")}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {t("save")}
        </Button>
      </Group>
    </form>
  );
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof ApiError && error.problem.code === "profile.password-wrong";
}
