import type { Field } from "@flowright/definition";
import type { Json } from "@flowright/engine";
import { compileExpression, toJson } from "@flowright/expressions";
import { useMemo, useState } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { STARTER } from "../../play/model/made-up-people.ts";
import { sampleValue } from "../../play/model/sample-value.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { ScopeFields } from "../property/panel-scope.ts";
import { VALUE_TEXTS } from "./value-texts.ts";

/** A formula with the values of a sample case: the fields that it reads can be changed, and what it gives is shown. */
export function TryFormula({ source, fields }: { readonly source: string; readonly fields: ScopeFields }) {
  const t = useTexts(VALUE_TEXTS);
  const lexicon = useLexicon();
  const language = useDesigner((state) => state.language);
  const [now] = useState(() => new Date().toISOString());
  const [given, setGiven] = useState<{ readonly [path: string]: Json }>({});
  const compiled = useMemo(() => compileExpression(source, fields), [source, fields]);
  if (!compiled.ok) return <p className="fw-form-help">{t("tryFirst")}</p>;
  const reads = pathsOf(compiled.expression.reads, fields);
  const samples = new Map(
    reads.map((path) => [
      path,
      given[path] ?? sampleOf(fieldAt(path, fields), path.split(".").at(-1) ?? path, now),
    ]),
  );
  const evaluated = compiled.expression.evaluate(variablesOf(samples), { now, steps: 10_000 });
  const result = evaluated.ok ? toJson(evaluated.value) : evaluated;
  return (
    <div className="fw-feel-try">
      {reads.length === 0 && <p className="fw-form-help">{t("readsNothing")}</p>}
      {reads.map((path) => (
        <Sample
          key={path}
          name={lexicon.field(path)}
          value={samples.get(path) ?? null}
          onChange={(value) => setGiven({ ...given, [path]: value })}
        />
      ))}
      <p className="fw-feel-result" role="status">
        {result.ok ? (
          <>
            {t("givesNow")} <code>{JSON.stringify(result.value)}</code>
          </>
        ) : (
          <span data-severity="error">
            {result.error.message[language]} {result.error.fix[language]}
          </span>
        )}
      </p>
    </div>
  );
}

function Sample({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}) {
  const [text, setText] = useState(() => (typeof value === "string" ? value : JSON.stringify(value)));
  return (
    <label className="fw-value">
      <span>{name}</span>
      <input
        type="text"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(typeof value === "string" ? event.target.value : jsonOf(event.target.value));
        }}
      />
    </label>
  );
}

/** What is not JSON counts as text. */
function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function sampleOf(field: Field | undefined, name: string, now: string): Json {
  return field ? sampleValue(field, name, STARTER, now) : null;
}

/** The deepest fields that are read, each once: a group as such only where nothing in it is named. */
function pathsOf(reads: readonly (readonly string[])[], fields: ScopeFields): readonly string[] {
  const paths = reads.map((names) => {
    let path = names[0] ?? "";
    for (const name of names.slice(1)) {
      if (!fieldAt(`${path}.${name}`, fields)) break;
      path += `.${name}`;
    }
    return path;
  });
  const all = [...new Set(paths)].filter((path) => path !== "");
  return all.filter((path) => !all.some((other) => other.startsWith(`${path}.`)));
}

function fieldAt(path: string, fields: ScopeFields): Field | undefined {
  const [first = "", ...rest] = path.split(".");
  return rest.reduce<Field | undefined>((field, name) => field?.properties?.[name], fields[first]);
}

type Values = { [name: string]: Json };

function variablesOf(samples: ReadonlyMap<string, Json>): Values {
  const made: Values = {};
  for (const [path, value] of samples) put(made, path.split("."), value);
  return made;
}

function put(into: Values, [name = "", ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const before = into[name];
  const inner: Values = isGroup(before) ? { ...before } : {};
  put(inner, rest, value);
  into[name] = inner;
}

function isGroup(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
