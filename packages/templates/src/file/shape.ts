import type { BilingualText, Problem } from "@flowright/definition";

/** Ids of templates and of their parameters. */
export const TEMPLATE_ID = /^[A-Za-z_][A-Za-z0-9_-]{0,59}$/;

const FIX: BilingualText = {
  en: "Export the template again, or mend the file at this place.",
  "zh-CN": "请重新导出模板，或修改文件中的这一处。",
};

export function fault(path: string, en: string, chinese: string): Problem {
  return {
    code: "template.malformed",
    severity: "error",
    path,
    params: {},
    message: { en, "zh-CN": chinese },
    fix: FIX,
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "" && value.length <= 2000;
  return (
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.values(value).every((text) => typeof text === "string" && text.length <= 2000)
  );
}

export function isList(value: unknown, fits: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}
