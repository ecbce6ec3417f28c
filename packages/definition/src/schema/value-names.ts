const TYPE_NAMES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  string: ["a text", "文本"],
  number: ["a number", "数字"],
  integer: ["a whole number", "整数"],
  boolean: ["true or false", "true 或 false"],
  array: ["a list", "列表"],
  object: ["an object", "对象"],
  null: ["null", "null"],
};

/** A value as it can stand in a sentence. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const characters = [...text.slice(0, 200)];
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : text;
}

/** The types that a schema allows, as the parameter `expected`. */
export function typeNames(type: unknown): Record<string, string> {
  const names = (Array.isArray(type) ? type : [type]).map((name) => TYPE_NAMES[String(name)] ?? ["", ""]);
  return {
    expected: names.map(([en]) => en).join(" or "),
    "expected:zh-CN": names.map(([, zh]) => zh).join("或"),
  };
}

/** The JSON type of a value in both languages, as a parameter of that name. */
export function jsonTypeName(name: string, value: unknown): Record<string, string> {
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const [en, zh] = TYPE_NAMES[type] ?? ["nothing", "空"];
  return { [name]: en, [`${name}:zh-CN`]: zh };
}
