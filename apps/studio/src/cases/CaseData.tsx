import type { FileInfo, JsonObject } from "@flowright/client";
import type { CaseData as CaseSchema, Form } from "@flowright/definition";
import { TaskForm } from "@flowright/forms/react";
import "@flowright/forms/style.css";
import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useLanguage } from "../i18n/use-language.ts";
import { usePeople } from "../parts/use-people.ts";
import { useScheme } from "../theme/use-scheme.ts";
import "./case.css";
import { useFileAddress } from "./talk/file-address.ts";
import { useCaseTexts } from "./texts.ts";

interface CaseDataProps {
  readonly schema: CaseSchema | undefined;
  readonly variables: JsonObject;
  readonly files: readonly FileInfo[];
}

const NO_VALUES = {};

/** All data of a case as people read it: fields by their titles; what the flow does not declare comes last. */
export function CaseData({ schema, variables, files }: CaseDataProps) {
  const t = useCaseTexts();
  const language = useLanguage();
  const theme = useScheme();
  const people = usePeople();
  const fileUrl = useFileAddress();
  const form = useMemo(() => readForm(schema, variables), [schema, variables]);
  const others = Object.entries(variables).filter(([name]) => schema?.properties[name] === undefined);
  if (Object.keys(variables).length === 0) return <Text className="quiet">{t("noData")}</Text>;
  return (
    <>
      {schema !== undefined && form !== null && (
        <TaskForm
          form={form}
          schema={schema}
          value={NO_VALUES}
          variables={variables}
          language={language}
          theme={theme}
          people={people}
          files={files}
          fileUrl={fileUrl}
          readOnly
        />
      )}
      {others.length > 0 && (
        <>
          <Text fw={600} mt="md">
            {t("otherData")}
          </Text>
          <dl className="case-others">
            {others.map(([name, value]) => (
              <div key={name}>
                <dt className="quiet">{name}</dt>
                <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

/** Every declared field that has a value, to read. */
function readForm(schema: CaseSchema | undefined, variables: JsonObject): Form | null {
  const fields = Object.keys(schema?.properties ?? {}).filter((name) => {
    const value = variables[name];
    return value !== undefined && value !== null;
  });
  if (fields.length === 0) return null;
  return { id: "all", sections: [{ fields: fields.map((field) => ({ field, mode: "read" as const })) }] };
}
