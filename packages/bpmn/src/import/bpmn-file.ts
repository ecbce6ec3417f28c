import type { Problem } from "@flowright/definition";
import { expressionReader, type Language, languageOf } from "../expression/translate-expression.ts";
import { FLOWRIGHT } from "../extension/namespace.ts";
import { bpmnProblem } from "../problem/bpmn-problem.ts";
import { Ledger } from "../report/ledger.ts";
import { BPMNDI, DC, XMLNS } from "../xml/namespaces.ts";
import { attributeOf, withDescendants, type XmlElement } from "../xml/xml-element.ts";
import { IMPORT_PROBLEMS, type ImportProblemCode } from "./import-problems.ts";

/** A rectangle of the diagram, in its own coordinates. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is asked of the whole file while its processes are read. */
export class BpmnFile {
  readonly root: XmlElement;
  readonly ledger = new Ledger();
  readonly problems: Problem[] = [];
  readonly language: Language;
  readonly translate = expressionReader();
  /** Whether our own export wrote the file: then nothing has to be added to it. */
  readonly isOurs: boolean;
  /** Elements by id; of several with the same id the first. */
  readonly #byId = new Map<string, XmlElement>();
  /** Shapes and edges of the diagram by the id of what they draw. */
  readonly #drawn = new Map<string, XmlElement>();

  /** Messages, signals, errors and escalations that a step names. */
  readonly usedRoots = new Set<XmlElement>();
  /** Names of messages by the steps that message flows without a message of their own begin or end at. */
  readonly messageFlowNames = new Map<XmlElement, string>();
  /** Names of pools by their processes. */
  readonly poolNames = new Map<XmlElement, string>();
  readonly #references = new Map<XmlElement, XmlElement>();

  constructor(root: XmlElement) {
    this.root = root;
    this.isOurs = root.attributes.some((one) => one.namespace === XMLNS && one.value === FLOWRIGHT);
    this.language = languageOf(attributeOf(root, "expressionLanguage"));
    for (const element of withDescendants(root)) {
      const id = attributeOf(element, "id");
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element);
      if (element.namespace !== BPMNDI) continue;
      const drawn = attributeOf(element, "bpmnElement");
      if (drawn !== undefined && !this.#drawn.has(plain(drawn)) && element.local !== "BPMNPlane") {
        this.#drawn.set(plain(drawn), element);
      }
    }
    for (const reference of withDescendants(root)) {
      const object = this.element(attributeOf(reference, "dataObjectRef"));
      if (object && !this.#references.has(object)) this.#references.set(object, reference);
    }
  }

  problem(
    code: ImportProblemCode,
    place: XmlElement,
    node: string | undefined,
    params: Record<string, string> = {},
  ): void {
    const { line, column } = place;
    this.problems.push(
      bpmnProblem(
        code,
        IMPORT_PROBLEMS[code],
        { node, line, column },
        node === undefined ? params : { id: node, ...params },
      ),
    );
  }

  /** The element that a reference means; references may be QNames. */
  element(reference: string | undefined): XmlElement | undefined {
    if (reference === undefined) return undefined;
    const id = reference.trim();
    return this.#byId.get(id) ?? this.#byId.get(plain(id));
  }

  /** The first reference to a data object, which mostly carries its name. */
  referenceTo(object: XmlElement): XmlElement | undefined {
    return this.#references.get(object);
  }

  /** The shape or edge that draws an element. */
  drawnAs(element: XmlElement): XmlElement | undefined {
    const id = attributeOf(element, "id");
    return id === undefined || this.element(id) !== element ? undefined : this.#drawn.get(id);
  }

  boundsOf(element: XmlElement): Bounds | undefined {
    const shape = this.drawnAs(element);
    return shape?.local === "BPMNShape" ? boundsIn(shape) : undefined;
  }
}

/** The bounds that stand in a shape or label. */
export function boundsIn(shape: XmlElement): Bounds | undefined {
  const bounds = shape.children.find(({ local, namespace }) => local === "Bounds" && namespace === DC);
  if (!bounds) return undefined;
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
    numberOf(attributeOf(bounds, name)),
  );
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return width < 0 || height < 0 ? undefined : { x, y, width, height };
}

/** A coordinate, to a hundredth of a pixel. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) < 1e9 ? rounded(value) : undefined;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** The id of a QName. */
function plain(reference: string): string {
  return reference.slice(reference.indexOf(":") + 1);
}
