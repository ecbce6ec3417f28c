/** Puts the parameters into a template in one language; a parameter that is not given stays visible as `{name}`. */
export function fillTemplate(
  template: string,
  params: Readonly<Record<string, string | number>>,
  language: "en" | "zh-CN",
): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => {
    const value = own(params, `${name}:${language}`) ?? own(params, name);
    return value === undefined ? placeholder : String(value);
  });
}

function own(params: Readonly<Record<string, string | number>>, name: string): string | number | undefined {
  return Object.hasOwn(params, name) ? params[name] : undefined;
}
