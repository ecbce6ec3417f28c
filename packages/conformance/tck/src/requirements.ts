import { contextOf, type FeelFunction, type FeelType, type FeelValue } from "@flowright/expressions";
import { boxedFunction, evaluateBoxed, expressionIn } from "./boxed.ts";
import { coerced, namedTypes } from "./item-types.ts";
import { elementAt, elementNamed, type Model, typeRefOf } from "./model.ts";
import type { Journal, Scope } from "./scope.ts";
import { attribute, child, childrenOf, type XmlElement } from "./xml.ts";

/** A value of the test for an input or, in place of its logic, a decision. */
export interface Given {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly value: FeelValue;
}

/** One evaluation of a model: what it is given, what it has already decided. */
export class Evaluation {
  private readonly given: readonly Given[];
  private readonly journal: Journal;
  private readonly decided: Map<XmlElement, FeelValue>;
  private readonly types = new Map<Model, ReadonlyMap<string, FeelType>>();

  constructor(given: readonly Given[], journal: Journal, decided = new Map<XmlElement, FeelValue>()) {
    this.given = given;
    this.journal = journal;
    this.decided = decided;
  }

  /** The value of a decision. */
  decide(model: Model, decision: XmlElement): FeelValue {
    const known = this.decided.get(decision);
    if (known !== undefined) return known;
    this.decided.set(decision, null);
    const value = evaluateBoxed(expressionIn(decision), this.scopeOf(model, decision));
    const fitting = coerced(value, typeRefOf(decision), this.typesOf(model));
    this.decided.set(decision, fitting);
    return fitting;
  }

  /** The result of a decision service called from outside: its inputs are those that are given. */
  serve(model: Model, service: XmlElement): FeelValue {
    const inputs = this.inputsOf(model, service);
    return this.serviceFunction(model, service).call(
      inputs.map(({ element }) => this.givenFor(model, element)),
    );
  }

  /** The value of an input. */
  private inputValue(model: Model, input: XmlElement): FeelValue {
    const known = this.decided.get(input);
    if (known !== undefined) return known;
    return coerced(this.givenFor(model, input), typeRefOf(input), this.typesOf(model));
  }

  private givenFor(model: Model, element: XmlElement): FeelValue {
    const name = attribute(element, "name");
    const found = this.given.find(
      (one) => one.name === name && (one.namespace === undefined || one.namespace === model.namespace),
    );
    return found?.value ?? null;
  }

  /** What the logic of an element sees: everything it requires. */
  private scopeOf(model: Model, element: XmlElement): Scope {
    const values = new Map<string, FeelValue>();
    const imported = new Map<string, Map<string, FeelValue>>();
    for (const { reference, kind } of requirementsOf(element)) {
      const found = elementAt(model, reference);
      if (!found) {
        this.journal.problems.push(`${reference} is not found`);
        continue;
      }
      const name =
        attribute(child(found.element, "variable"), "name") ?? attribute(found.element, "name") ?? "";
      const value = this.valueOf(found.model, found.element, kind);
      if (found.prefix === "") values.set(name, value);
      else imported.set(found.prefix, (imported.get(found.prefix) ?? new Map()).set(name, value));
    }
    for (const [prefix, entries] of imported) values.set(prefix, contextOf(entries));
    return { values, types: this.typesOf(model), journal: this.journal };
  }

  private valueOf(model: Model, element: XmlElement, kind: string): FeelValue {
    if (kind === "requiredInput") return this.inputValue(model, element);
    if (element.name === "decision") return this.decide(model, element);
    return element.name === "decisionService"
      ? this.serviceFunction(model, element)
      : this.knowledgeFunction(model, element);
  }

  private knowledgeFunction(model: Model, element: XmlElement): FeelFunction {
    const logic = child(element, "encapsulatedLogic") ?? element;
    const types = this.typesOf(model);
    const empty: Scope = { values: new Map(), types, journal: this.journal };
    const made = boxedFunction(
      logic,
      attribute(element, "name") ?? "",
      () => this.scopeOf(model, element),
      empty,
    );
    const wanted = typeRefOf(element);
    const returns = wanted === undefined ? undefined : (types.get(wanted)?.returns?.name ?? wanted);
    const plain = wanted !== undefined && types.get(wanted)?.parameters ? returns : wanted;
    return { ...made, call: (values) => coerced(made.call(values), plain, types) };
  }

  private serviceFunction(model: Model, service: XmlElement): FeelFunction {
    const inputs = this.inputsOf(model, service);
    const types = this.typesOf(model);
    return {
      kind: "function",
      name: attribute(service, "name") ?? "",
      parameters: inputs.map(({ element }) => attribute(element, "name") ?? ""),
      call: (values) => {
        if (values.length !== inputs.length) return null;
        const decided = new Map<XmlElement, FeelValue>();
        for (const [index, { element, model: owner }] of inputs.entries()) {
          const value = values[index] ?? null;
          const fitting = coerced(value, typeRefOf(element), this.typesOf(owner));
          if (value !== null && fitting === null) return null;
          decided.set(element, fitting);
        }
        const inner = new Evaluation([], this.journal, decided);
        const outputs = referencesIn(service, "outputDecision").flatMap((reference) => {
          const found = elementAt(model, reference);
          return found ? [found] : [];
        });
        const results = outputs.map((found): [string, FeelValue] => [
          attribute(found.element, "name") ?? "",
          inner.decide(found.model, found.element),
        ]);
        const result = results.length === 1 ? (results[0]?.[1] ?? null) : contextOf(new Map(results));
        const wanted = typeRefOf(service);
        const returns = wanted === undefined ? undefined : types.get(wanted)?.returns?.name;
        return coerced(result, returns ?? wanted, types);
      },
    };
  }

  private inputsOf(model: Model, service: XmlElement): { model: Model; element: XmlElement }[] {
    return [...referencesIn(service, "inputData"), ...referencesIn(service, "inputDecision")].flatMap(
      (reference) => {
        const found = elementAt(model, reference);
        return found ? [found] : [];
      },
    );
  }

  private typesOf(model: Model): ReadonlyMap<string, FeelType> {
    const known = this.types.get(model) ?? namedTypes(model);
    this.types.set(model, known);
    return known;
  }
}

/** The decision or service that a test asks for. */
export function decisionNamed(model: Model, name: string): XmlElement | undefined {
  return elementNamed(model, ["decision"], name);
}

function requirementsOf(element: XmlElement): { reference: string; kind: string }[] {
  return element.children
    .filter((one) => one.name === "informationRequirement" || one.name === "knowledgeRequirement")
    .flatMap((one) => one.children)
    .flatMap((one) => {
      const reference = attribute(one, "href");
      return reference === undefined ? [] : [{ reference, kind: one.name }];
    });
}

function referencesIn(service: XmlElement, name: string): string[] {
  return childrenOf(service, name).flatMap((one) => attribute(one, "href") ?? []);
}
