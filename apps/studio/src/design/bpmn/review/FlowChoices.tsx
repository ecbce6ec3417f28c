import type { ImportReport } from "@flowright/bpmn";
import { nodesOf, type WorkflowDefinition } from "@flowright/definition";
import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useBpmnTexts } from "../texts.ts";
import { callsOf, missingCalls } from "./imported-flows.ts";
import { VERDICTS } from "./report-lines.ts";

interface FlowChoicesProps {
  readonly definitions: readonly WorkflowDefinition[];
  readonly counts: ImportReport["counts"];
  readonly chosen: ReadonlySet<string>;
  /** What would be made, in the order of those that are chosen. */
  readonly flows: readonly WorkflowDefinition[];
  readonly taken: ReadonlySet<string>;
  /** Id of the empty flow that the first one goes into. */
  readonly into: string | undefined;
  onChosen(chosen: ReadonlySet<string>): void;
  onShow(flow: string): void;
  onDownload(): void;
}

/** Which processes of the file become flows, and how they are linked. */
export function FlowChoices(props: FlowChoicesProps) {
  const { definitions, counts, chosen, flows, taken, into, onChosen, onShow, onDownload } = props;
  const t = useBpmnTexts();
  const language = useLanguage();
  const nameOf = (flow: WorkflowDefinition) => textOf(flow.name, language) || flow.id;
  const nameOfId = (id: string) => {
    const flow = definitions.find((one) => one.id === id);
    return flow ? nameOf(flow) : id;
  };
  const listed = (ids: readonly string[]) =>
    new Intl.ListFormat(language, { type: "conjunction" }).format(ids.map(nameOfId));
  const made = definitions.filter(({ id }) => chosen.has(id));
  const missing = missingCalls(definitions, { chosen, taken });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  return (
    <Stack gap="md">
      <ul className="bpmn-counts" aria-label={t("report")}>
        {VERDICTS.map((verdict) => (
          <li key={verdict} className="bpmn-verdict" data-verdict={verdict}>
            <span className="number">{counts[verdict]}</span> {t(verdict)}
          </li>
        ))}
      </ul>
      <Text className="quiet">{t("flowsLead")}</Text>
      {definitions.length > 1 && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => onChosen(new Set(definitions.map(({ id }) => id)))}
          >
            {t("chooseAll")}
          </Button>
          <Button size="xs" variant="default" onClick={() => onChosen(new Set())}>
            {t("chooseNone")}
          </Button>
        </Group>
      )}
      {definitions.map((flow) => {
        const index = made.indexOf(flow);
        const id = flows[index]?.id;
        const calls = callsOf(flow);
        return (
          <Checkbox
            key={flow.id}
            checked={chosen.has(flow.id)}
            onChange={() => toggle(flow.id)}
            onFocus={() => onShow(flow.id)}
            label={nameOf(flow)}
            description={
              <>
                {t("steps", { count: [...nodesOf(flow)].length })} · {t("idOf", { id: id ?? flow.id })}
                {index === 0 && into !== undefined && <> · {t("intoThis")}</>}
                {calls.length > 0 && <> · {t("calls", { flows: listed(calls) })}</>}
                {id !== undefined && id !== flow.id && id !== into && (
                  <span className="bpmn-renamed">{t("idTaken", { from: flow.id, id })}</span>
                )}
              </>
            }
          />
        );
      })}
      {missing.length > 0 && <Text className="bpmn-renamed">{t("missing", { flows: listed(missing) })}</Text>}
      <Text size="sm" className="quiet">
        {t("again")}
      </Text>
      <Button
        variant="default"
        size="xs"
        className="bpmn-download"
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        onClick={onDownload}
      >
        {t("download")}
      </Button>
    </Stack>
  );
}
