import { type BilingualText, fillTemplate, type Problem } from "@flowright/definition";
import { COMPILE_CODES, type CompileCode } from "./compile-codes.ts";
import { INCIDENT_CODES, type IncidentCode } from "./incident-codes.ts";
import { MIGRATION_CODES, type MigrationCode } from "./migration-codes.ts";
import { REFUSAL_CODES, type RefusalCodeName } from "./refusal-codes.ts";

/** Values for the places of a text; `name:zh-CN` stands for `name` in Chinese. */
export type Params = Readonly<Record<string, string | number>>;

/** The problem that a command is refused with. */
export function refusal(
  code: RefusalCodeName,
  params: Params = {},
  more: { readonly node?: string } = {},
): Problem {
  return problemOf(code, REFUSAL_CODES[code], "", params, more.node);
}

/** What keeps a definition from being compiled. */
export function compileProblem(code: CompileCode, path: string, params: Params, node?: string): Problem {
  return problemOf(code, COMPILE_CODES[code], path, params, node);
}

/** What keeps a case from going on by another version, or is lost by it. */
export function migrationProblem(code: MigrationCode, node: string, params: Params = {}): Problem {
  const { severity, ...texts } = MIGRATION_CODES[code];
  return { ...problemOf(code, texts, "", { node, ...params }, node === "" ? undefined : node), severity };
}

export function incidentText(code: IncidentCode, params: Params): BilingualText {
  return fillBoth(INCIDENT_CODES[code], params);
}

function problemOf(
  code: string,
  texts: { readonly message: BilingualText; readonly fix: BilingualText },
  path: string,
  params: Params,
  node: string | undefined,
): Problem {
  return {
    code,
    severity: "error",
    path,
    ...(node === undefined ? {} : { node }),
    params,
    message: fillBoth(texts.message, params),
    fix: fillBoth(texts.fix, params),
  };
}

function fillBoth(text: BilingualText, params: Params): BilingualText {
  return {
    en: fillTemplate(text.en, params, "en"),
    "zh-CN": fillTemplate(text["zh-CN"], params, "zh-CN"),
  };
}
