const FIRST = /[A-Za-z_\u00C0-\u1FFF\u3001-\uD7FF]/;
const FLOW_ID = /^[A-Za-z_\u00C0-\u1FFF\u3001-\uD7FF][A-Za-z0-9_.\-\u00B7\u00C0-\u1FFF\u3001-\uD7FF]{0,99}$/;

/** Whether a text may be the id of a flow, as the schema of definitions has it. */
export function isFlowId(text: string): boolean {
  return FLOW_ID.test(text);
}

/** An id for a flow of this name, unlike every id that is taken. */
export function flowIdFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^a-z0-9_\u3400-\u9FFF]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  const base = words === "" ? "flow" : FIRST.test(words[0] ?? "") ? words : `flow-${words}`;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const id = `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
