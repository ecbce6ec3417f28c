import { fillTemplate } from "@flowright/definition";
import { BPMNDI } from "../xml/namespaces.ts";
import { attributeOf, type XmlAttribute, type XmlElement } from "../xml/xml-element.ts";
import { REASONS, type ReasonCode } from "./reasons.ts";
import type { ImportReport, ReportEntry, Verdict } from "./report.ts";

type Part = XmlElement | XmlAttribute;

interface Claim {
  readonly verdict: Verdict;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: { readonly code: ReasonCode; readonly params: Readonly<Record<string, string>> };
}

/**
 * What became of each part of a file. The later word on a part counts. What nobody has said anything about is refused
 * in the report, by name: silence is impossible.
 */
export class Ledger {
  readonly #claims = new Map<Part, Claim>();

  kept(...parts: readonly (Part | undefined)[]): void {
    for (const part of parts) if (part) this.#claims.set(part, { verdict: "kept" });
  }

  translated(part: Part | undefined, from: string, to: string): void {
    if (part) this.#claims.set(part, { verdict: "translated", from: shortened(from), to: shortened(to) });
  }

  annotation(part: Part, code: ReasonCode, params: Readonly<Record<string, string>> = {}): void {
    this.#claims.set(part, { verdict: "annotation", reason: { code, params } });
  }

  refused(part: Part, code: ReasonCode, params: Readonly<Record<string, string>> = {}): void {
    this.#claims.set(part, { verdict: "refused", reason: { code, params } });
  }

  has(part: Part): boolean {
    return this.#claims.has(part);
  }

  report(root: XmlElement): ImportReport {
    const entries: ReportEntry[] = [];
    const counts = { kept: 0, translated: 0, annotation: 0, refused: 0 };
    const add = (part: Part, place: Omit<ReportEntry, "name" | "verdict">) => {
      const claim = this.#claims.get(part) ?? NOT_KNOWN;
      counts[claim.verdict] += 1;
      entries.push({ ...place, name: part.name, ...told(claim) });
    };
    const visit = (element: XmlElement, path: string, around: string | undefined) => {
      const of = drawnBy(element) ?? attributeOf(element, "id") ?? around;
      const { line, column } = element;
      const place = { line, column, ...(of === undefined ? {} : { of }) };
      add(element, { ...place, what: "element", path });
      for (const attribute of element.attributes) {
        add(attribute, { ...place, what: "attribute", path: `${path}/@${attribute.name}` });
      }
      const count = new Map<string, number>();
      for (const child of element.children) {
        const number = (count.get(child.local) ?? 0) + 1;
        count.set(child.local, number);
        visit(child, `${path}/${child.local}${number > 1 ? `[${number}]` : ""}`, of);
      }
    };
    visit(root, `/${root.local}`, undefined);
    return { entries, counts };
  }
}

/** The id of what a shape or line of the diagram draws. */
function drawnBy(element: XmlElement): string | undefined {
  if (element.namespace !== BPMNDI) return undefined;
  const drawn = attributeOf(element, "bpmnElement");
  return drawn?.slice(drawn.indexOf(":") + 1);
}

const NOT_KNOWN: Claim = { verdict: "refused", reason: { code: "not-known", params: {} } };

function told({ verdict, from, to, reason }: Claim): Pick<ReportEntry, "verdict" | "from" | "to" | "reason"> {
  if (!reason)
    return { verdict, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const { code, params } = reason;
  const text = {
    en: fillTemplate(REASONS[code].en, params, "en"),
    "zh-CN": fillTemplate(REASONS[code]["zh-CN"], params, "zh-CN"),
  };
  return { verdict, reason: { code, text } };
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
