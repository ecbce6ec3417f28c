import { Select, TextInput } from "@mantine/core";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useTemplateTexts } from "../texts.ts";
import { isAddress, missingIn, type NeededSystem } from "./surroundings-of.ts";
import type { useSurroundings } from "./use-surroundings.ts";

interface SurroundingsProps {
  readonly around: ReturnType<typeof useSurroundings>;
  /** Whether the person has tried to go on. */
  readonly tried: boolean;
}

/** What comes with a template, and where its calls to systems go. */
export function Surroundings({ around, tried }: SurroundingsProps) {
  const t = useTemplateTexts();
  const language = useLanguage();
  const { needed, flows, decisions, mayPublish } = around;
  if (needed.length + flows.length + decisions.length === 0) return null;
  const brought = [
    ...decisions.map((one) => ({ ...one, what: t("oneDecision"), otherwise: t("isMissing") })),
    ...flows.map((one) => ({ ...one, what: t("oneFlow"), otherwise: t("isDrafted") })),
  ];
  return (
    <fieldset className="template-around">
      <legend>{t("around")}</legend>
      {needed.map((system) => (
        <SystemField key={system.id} system={system} around={around} tried={tried} />
      ))}
      {brought.length > 0 && (
        <ul>
          {brought.map(({ id, name, what, otherwise, there }) => (
            <li key={`${what} ${id}`}>
              {what} <strong>{textOf(name, language)}</strong>{" "}
              <span className="quiet">
                {there ? t("isThere") : mayPublish ? t("isPublished") : otherwise}
              </span>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const NEW = " new";
const LATER = " later";

function SystemField({ system, around, tried }: SurroundingsProps & { readonly system: NeededSystem }) {
  const t = useTemplateTexts();
  const language = useLanguage();
  const { systems, choiceOf, choose, maySystems } = around;
  const choice = choiceOf(system);
  const name = textOf(system.brought?.name, language) || system.id;
  const used = choice.kind === "there" ? systems.find(({ id }) => id === choice.id) : undefined;
  const missing = used === undefined ? [] : missingIn(used, system.operations);
  const makes = system.brought !== null && maySystems && !systems.some(({ id }) => id === system.id);
  return (
    <div className="template-both">
      <Select
        label={t("systemFor", { name })}
        description={
          choice.kind === "later" ? t("systemLater") : t("systemUses", { count: system.operations.length })
        }
        allowDeselect={false}
        value={choice.kind === "there" ? choice.id : choice.kind === "new" ? NEW : LATER}
        data={[
          ...systems.map(({ id, name: called }) => ({ value: id, label: textOf(called, language) || id })),
          ...(makes ? [{ value: NEW, label: t("makeSystem", { name }) }] : []),
          { value: LATER, label: t("later") },
        ]}
        error={missing.length > 0 ? t("systemLacks", { operations: missing.join(t("comma")) }) : undefined}
        onChange={(value) => {
          if (value === null) return;
          if (value === NEW) choose(system.id, { kind: "new", address: "" });
          else choose(system.id, value === LATER ? { kind: "later" } : { kind: "there", id: value });
        }}
      />
      {choice.kind === "new" && (
        <TextInput
          label={t("address", { name })}
          description={t("addressHelp")}
          withAsterisk
          inputMode="url"
          placeholder="https://"
          value={choice.address}
          error={tried && !isAddress(choice.address) ? t("addressWrong") : undefined}
          onChange={(event) => choose(system.id, { kind: "new", address: event.currentTarget.value.trim() })}
        />
      )}
    </div>
  );
}
