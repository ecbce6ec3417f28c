import { ApiError, type DefinitionVersionDetail, type JsonObject } from "@flowright/client";
import { checkForm } from "@flowright/forms";
import { type FormProblemItem, TaskForm } from "@flowright/forms/react";
import "@flowright/forms/style.css";
import { Anchor, Button, Skeleton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useFileAddress } from "../../cases/talk/file-address.ts";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { attemptKey } from "../../parts/attempt-key.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePeople } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { WorkFrame } from "../WorkFrame.tsx";
import "./start.css";
import { startFormOf } from "./start-form-of.ts";
import { useStartTexts } from "./texts.ts";

const route = getRouteApi("/places/start/$definitionId");
const EMPTY: JsonObject = {};

/** The start form of a flow. */
export function StartFormPage() {
  const t = useStartTexts();
  const { definitionId } = route.useParams();
  const flow = useQuery({
    queryKey: ["definition", definitionId, "latest"],
    queryFn: ({ signal }) => api().definitions.read(definitionId, "latest", { signal }),
  });
  useWhereIAm(t("title"));
  return (
    <WorkFrame>
      <div className="page page-narrow">
        <Anchor renderRoot={(props) => <Link to="/start" {...props} />}>{t("back")}</Anchor>
        {flow.isPending && <Skeleton h={240} mt="md" />}
        {flow.isError && <LoadFailure error={flow.error} onRetry={() => void flow.refetch()} />}
        {flow.data !== undefined && <StartForm flow={flow.data} />}
      </div>
    </WorkFrame>
  );
}

function StartForm({ flow }: { flow: DefinitionVersionDetail }) {
  const t = useStartTexts();
  const language = useLanguage();
  const theme = useScheme();
  const people = usePeople();
  const fileUrl = useFileAddress();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [data, setData] = useState<JsonObject>(EMPTY);
  const [problems, setProblems] = useState<readonly FormProblemItem[]>([]);
  const key = useRef(attemptKey());
  const { definition } = flow;
  const form = startFormOf(definition);
  const schema = definition.variables ?? { type: "object" as const, properties: {} };

  const start = useMutation({
    mutationFn: (variables: JsonObject) =>
      api().instances.start({ definitionId: flow.id, variables }, { idempotencyKey: key.current }),
    onSuccess: (started) => {
      notifications.show({ message: t("started", { number: started.number }) });
      void queries.invalidateQueries({ queryKey: ["cases"] });
      void queries.invalidateQueries({ queryKey: ["tasks"] });
      void navigate({ to: "/cases/$caseId", params: { caseId: started.id } });
    },
    onError: (error) => {
      // Another body needs another key.
      key.current = attemptKey();
      if (error instanceof ApiError && error.problem.problems !== undefined) {
        setProblems(
          error.problem.problems.map((problem) => ({
            ...problem,
            path: problem.path.replace(/^\/variables/, ""),
          })),
        );
      }
    },
  });

  const submit = () => {
    const check = checkForm({
      form,
      schema,
      data,
      variables: EMPTY,
      now: new Date().toISOString(),
      stage: "complete",
    });
    const wrong = check.problems.filter(({ severity }) => severity === "error");
    setProblems(wrong);
    if (wrong.length === 0) start.mutate(check.data);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="page-head">
        <h1>{textOf(definition.name, language)}</h1>
      </div>
      <div className="card start-form">
        {form === null ? (
          <Text className="quiet">{t("noForm")}</Text>
        ) : (
          <TaskForm
            form={form}
            schema={schema}
            value={data}
            onChange={setData}
            problems={problems}
            language={language}
            theme={theme}
            people={people}
            upload={(file, onProgress) => api().files.upload(file, { onProgress })}
            fileUrl={fileUrl}
          />
        )}
      </div>
      {problems.length > 0 && (
        <Text role="alert" mt="sm" className="start-wrong">
          {t("formWrong")}
        </Text>
      )}
      {start.isError && problems.length === 0 && <ProblemAlert error={start.error} />}
      <Button
        type="submit"
        size="md"
        mt="md"
        leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
        loading={start.isPending}
      >
        {t("start")}
      </Button>
    </form>
  );
}
