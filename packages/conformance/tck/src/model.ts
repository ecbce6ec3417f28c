import { attribute, child, childrenOf, type XmlElement } from "./xml.ts";

/** A DMN model: its elements by id and name, and the models it imports by the name it gives them. */
export interface Model {
  readonly namespace: string;
  readonly name: string;
  readonly root: XmlElement;
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly imports: ReadonlyMap<string, Model>;
}

/** An element and the model it stands in. */
export interface Located {
  readonly model: Model;
  readonly element: XmlElement;
}

/** Builds the model of a file; imports are looked up by namespace (or id) among the other files of its folder. */
export function modelOf(root: XmlElement, others: readonly XmlElement[], depth = 0): Model {
  if (depth > 10) throw new Error("The models import each other.");
  const imports = new Map<string, Model>();
  for (const one of childrenOf(root, "import")) {
    const namespace = attribute(one, "namespace");
    const found = others.find(
      (other) =>
        other !== root &&
        (attribute(other, "namespace") === namespace || attribute(other, "id") === namespace),
    );
    const name = attribute(one, "name");
    if (found && name !== undefined) imports.set(name, modelOf(found, others, depth + 1));
  }
  const byId = new Map<string, XmlElement>();
  for (const element of root.children) {
    const id = attribute(element, "id");
    if (id !== undefined) byId.set(id, element);
  }
  return {
    namespace: attribute(root, "namespace") ?? "",
    name: attribute(root, "name") ?? "",
    root,
    byId,
    imports,
  };
}

/** The element that a `href` points at, and the name under which expressions see its model (empty: their own). */
export function elementAt(model: Model, href: string): (Located & { readonly prefix: string }) | null {
  const hash = href.indexOf("#");
  const namespace = href.slice(0, hash);
  const id = href.slice(hash + 1);
  if (namespace === "" || namespace === model.namespace) {
    const element = model.byId.get(id);
    if (element) return { model, element, prefix: "" };
  }
  const imports = [...model.imports];
  const named = imports.filter(([, imported]) => imported.namespace === namespace);
  for (const [prefix, imported] of [...named, ...imports]) {
    const element = imported.byId.get(id);
    if (element) return { model: imported, element, prefix };
  }
  return null;
}

/** The decision, service, model or input of this name. */
export function elementNamed(model: Model, kinds: readonly string[], name: string): XmlElement | undefined {
  return model.root.children.find((one) => kinds.includes(one.name) && attribute(one, "name") === name);
}

/** The type that the variable of an element declares. */
export function typeRefOf(element: XmlElement): string | undefined {
  return attribute(child(element, "variable"), "typeRef");
}
