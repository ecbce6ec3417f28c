import { type ContainerNode, type Edge, isContainer, type Node } from "@flowright/definition";
import type { ProcessSheet } from "../file/sheet.ts";
import { type XmlNode, xml } from "../file/xml-node.ts";
import { linePoints } from "./line-points.ts";
import type { Place, Point } from "./place.ts";
import { placesOf } from "./places-of.ts";

/** One canvas: the shapes and lines of a process, or of a collapsed sub-process, which has one of its own. */
export interface Canvas {
  /** The element that is drawn, by its id in the file. */
  readonly of: string;
  readonly shapes: XmlNode[];
}

/** The drawing of a process as canvases, its own first [12.2]. */
export function canvasesOf(sheet: ProcessSheet): Canvas[] {
  const painter = new Painter(sheet);
  painter.scope(sheet.definition, sheet.id);
  painter.drawn();
  return painter.canvases;
}

/** A canvas as a diagram of the file. */
export function diagramXml(canvas: Canvas, sheet: ProcessSheet): XmlNode {
  const { ids } = sheet.file;
  return xml("bpmndi:BPMNDiagram", { id: ids.make("Diagram") }, [
    xml("bpmndi:BPMNPlane", { id: ids.make("Plane"), bpmnElement: canvas.of }, canvas.shapes),
  ]);
}

type Scope = Pick<ContainerNode, "nodes" | "edges">;

class Painter {
  readonly canvases: Canvas[] = [];
  readonly #sheet: ProcessSheet;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #points: ReadonlyMap<string, readonly Point[]>;
  readonly #names: ReadonlyMap<string, Place>;
  readonly #canvasOf = new Map<string, Canvas>();

  constructor(sheet: ProcessSheet) {
    this.#sheet = sheet;
    const { drawing } = sheet.definition;
    this.#places = placesOf(sheet.definition);
    this.#points = new Map((drawing?.lines ?? []).map(({ edge, points }) => [edge, points]));
    this.#names = new Map(
      (drawing?.shapes ?? []).flatMap(({ node, name }) =>
        name ? [[node, { ...name.position, ...name.size }] as const] : [],
      ),
    );
  }

  scope({ nodes, edges }: Scope, of: string, canvas = this.#canvas(of)): void {
    for (const node of nodes) this.#node(node, canvas);
    const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
    for (const edge of edges) this.#line(edge, kinds.get(edge.source) === "boundary", canvas);
  }

  /** Notes, groups and lanes that have a place. */
  drawn(): void {
    const { drawing } = this.#sheet.definition;
    const parts = [...(drawing?.notes ?? []), ...(drawing?.groups ?? []), ...(drawing?.lanes ?? [])];
    for (const { id, position, size, in: container } of parts) {
      const canvas =
        (container === undefined ? undefined : this.#canvasOf.get(container)) ?? this.canvases[0];
      const bpmnElement = this.#sheet.idOf(id);
      if (!position || !bpmnElement || !canvas) continue;
      const place = { ...position, ...(size ?? { width: 100, height: 30 }) };
      canvas.shapes.push(this.#shape(bpmnElement, place, id, {}));
    }
  }

  #canvas(of: string): Canvas {
    const canvas = { of, shapes: [] };
    this.canvases.push(canvas);
    return canvas;
  }

  #node(node: Node, canvas: Canvas): void {
    const place = this.#places.get(node.id);
    const bpmnElement = this.#sheet.idOf(node.id);
    if (!place || bpmnElement === undefined) return;
    const expanded = isContainer(node) ? { isExpanded: !node.collapsed } : {};
    const marked = node.kind === "exclusive" ? { isMarkerVisible: true } : {};
    canvas.shapes.push(this.#shape(bpmnElement, place, node.id, { ...expanded, ...marked }));
    if (!isContainer(node)) return;
    const inner = node.collapsed ? this.#canvas(bpmnElement) : canvas;
    this.#canvasOf.set(node.id, inner);
    this.scope(node, bpmnElement, inner);
  }

  #shape(
    bpmnElement: string,
    place: Place,
    id: string,
    attributes: Readonly<Record<string, boolean>>,
  ): XmlNode {
    return xml(
      "bpmndi:BPMNShape",
      { id: this.#sheet.file.ids.make(`${bpmnElement}_di`), bpmnElement, ...attributes },
      [bounds(place), ...this.#label(id)],
    );
  }

  #line(edge: Edge, fromEdge: boolean, canvas: Canvas): void {
    const source = this.#places.get(edge.source);
    const target = this.#places.get(edge.target);
    const element = this.#sheet.elements.get(edge.id);
    const bpmnElement = element?.attributes.get("id");
    if (!source || !target || bpmnElement === undefined) return;
    const points = this.#points.get(edge.id) ?? linePoints(source, target, fromEdge);
    canvas.shapes.push(
      xml("bpmndi:BPMNEdge", { id: this.#sheet.file.ids.make(`${bpmnElement}_di`), bpmnElement }, [
        ...points.map(({ x, y }) => xml("di:waypoint", { x, y })),
        ...this.#label(edge.id),
      ]),
    );
  }

  #label(id: string): XmlNode[] {
    const place = this.#names.get(id);
    return place ? [xml("bpmndi:BPMNLabel", {}, [bounds(place)])] : [];
  }
}

function bounds({ x, y, width, height }: Place): XmlNode {
  return xml("dc:Bounds", { x, y, width, height });
}
