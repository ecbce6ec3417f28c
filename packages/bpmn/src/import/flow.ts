import type { Drawing, DrawingLane, DrawingNote, Field, Form, Role } from "@flowright/definition";
import { type Language, languageOf, type Translated } from "../expression/translate-expression.ts";
import type { XmlAttribute, XmlElement } from "../xml/xml-element.ts";
import { attributeOf } from "../xml/xml-element.ts";
import type { BpmnFile } from "./bpmn-file.ts";
import { type IdGiver, idGiver } from "./id-giver.ts";
import type { ImportProblemCode } from "./import-problems.ts";

type Drawn = { -readonly [Part in keyof Required<Drawing>]: Required<Drawing>[Part] };

/** A part of the file that says something, and its words. */
export interface Said {
  readonly text: string;
  readonly part: XmlElement | XmlAttribute;
}

/** A process while it becomes a flow. */
export class Flow {
  readonly file: BpmnFile;
  readonly process: XmlElement;
  readonly roles = new Map<string, Role>();
  readonly forms: Form[] = [];
  readonly fields = new Map<string, Field>();
  /** Variables that expressions read or mappings write, declared at the end where nobody else did. */
  readonly used = new Set<string>();
  /** Variables that only a part of the flow has: items of lists, fields of containers. */
  readonly inner = new Set<string>(["index", "item"]);
  /** Variables that hold whoever started the case. */
  readonly initiators = new Set<string>();
  /** Elements of which everything is claimed. */
  readonly finished = new Set<XmlElement>();
  readonly lanes = new Map<XmlElement, DrawingLane>();
  readonly notes = new Map<XmlElement, DrawingNote>();
  /** The name of the lane that a step lies in, by the step's element. */
  readonly laneRoles = new Map<XmlElement, string>();
  /** Lines that now leave a gateway that was added, by their id. */
  readonly moved = new Map<string, string>();
  readonly drawing: Drawn = {
    notes: [],
    groups: [],
    lanes: [],
    lines: [],
    shapes: [],
    kept: [],
    keptAttributes: [],
  };
  readonly #ids: IdGiver;

  constructor(file: BpmnFile, process: XmlElement) {
    this.file = file;
    this.process = process;
    this.#ids = idGiver();
  }

  /** The id of an element in the flow; the same at each call. Its attribute is claimed. */
  idOf(element: XmlElement): string {
    const known = this.#ids.known(element);
    if (known !== undefined) return known;
    const wanted = attributeOf(element, "id");
    const given = this.#ids.give(element, wanted);
    const attribute = element.attributes.find(({ name }) => name === "id");
    if (wanted === given) this.file.ledger.kept(attribute);
    else if (wanted !== undefined) {
      this.file.ledger.translated(attribute, wanted, given);
      this.file.problem("bpmn.id-changed", element, given, { from: wanted, to: given });
    }
    return given;
  }

  /** An id for something that the file does not have. */
  newId(wanted: string): string {
    return this.#ids.give(null, wanted);
  }

  problem(code: ImportProblemCode, element: XmlElement, params: Record<string, string> = {}): void {
    this.file.problem(code, element, this.idOf(element), params);
  }

  /** The language that an expression says it is in, else that of the file. */
  languageOf(expression: XmlElement): Language {
    const language = expression.attributes.find(({ name }) => name === "language");
    if (!language) return this.file.language;
    this.file.ledger.kept(language);
    return languageOf(language.value);
  }

  /** An expression in FEEL; its part of the file is claimed, and what it reads is noted. */
  feel(said: Said, language: Language, step: XmlElement, wanted: "boolean" | "any" = "any"): string {
    const translated = this.file.translate(said.text, language, wanted);
    this.settle(said, translated, step);
    return translated.feel;
  }

  /** Claims the part of a translated expression. */
  settle({ text, part }: Said, translated: Translated, step: XmlElement): void {
    for (const name of translated.reads) this.used.add(name);
    const { ledger } = this.file;
    if (translated.how === "same") ledger.kept(part);
    else if (translated.how === "translated") ledger.translated(part, text.trim(), translated.feel);
    else {
      // Where its text does not fit behind null word for word, it stays unclaimed, and its element is kept whole.
      if (translated.feel.includes(text.trim())) ledger.annotation(part, "expression-not-translated");
      this.problem("bpmn.expression-not-translated", step, { text: text.trim().slice(0, 200) });
    }
  }
}
