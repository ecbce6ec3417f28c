import { ApiError } from "@flowright/client";
import { Alert, Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useLanguage } from "../i18n/use-language.ts";
import { usePartTexts } from "./texts.ts";
import "./parts.css";

/** What went wrong and what to do, in the words of the server. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const t = usePartTexts();
  const language = useLanguage();
  const problem = error instanceof ApiError ? error.problem : null;
  const message = problem?.detail || problem?.title || t("wrong");
  const fix = problem === null ? t("wrongFix") : problem.fix;
  const singles = (problem?.problems ?? []).slice(0, 5);
  return (
    <Alert
      role="alert"
      variant="default"
      className="problem"
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
      mt="sm"
    >
      <Text fw={600}>{message}</Text>
      {fix !== "" && <Text className="quiet">{fix}</Text>}
      {singles.length > 0 && (
        <ul className="problem-list">
          {singles.map((single) => (
            <li key={`${single.code}${single.path}`}>
              {single.message[language]} <span className="quiet">{single.fix[language]}</span>
            </li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <Button variant="default" size="xs" mt="xs" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </Alert>
  );
}
