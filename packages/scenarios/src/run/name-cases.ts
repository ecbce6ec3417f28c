/** The name of each case: the id of its flow, and `#2` for the second case of that flow. */
export function nameCases(definitions: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return definitions.map((definition) => {
    const nth = (seen.get(definition) ?? 0) + 1;
    seen.set(definition, nth);
    return nth === 1 ? definition : `${definition}#${nth}`;
  });
}

/** Whether a name means this case; `flow#1` is the first of its flow, too. */
export function isNamed(name: string, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === name || wanted === `${name}#1`;
}
