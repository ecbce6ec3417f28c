import { BPMNDI, DC, DI } from "../../xml/namespaces.ts";
import { isDeclaration } from "../../xml/write-xml.ts";
import { attributeOf, withDescendants, type XmlElement } from "../../xml/xml-element.ts";
import { type Bounds, boundsIn, numberOf } from "../bpmn-file.ts";
import type { Flow } from "../flow.ts";
import { finish } from "../keep.ts";
import { saysNothing } from "../standard-values.ts";
import { sizeOf } from "./position-of.ts";

const MOST = 10_000;

/** Sizes, places of names and points of lines of what one flow draws. The ids are those of the flow. */
export function readDiagram(flow: Flow, drawn: readonly XmlElement[]): void {
  for (const element of drawn) {
    const di = flow.file.drawnAs(element);
    if (di?.local === "BPMNShape") readShape(flow, element, di);
    else if (di?.local === "BPMNEdge") readLine(flow, element, di);
  }
}

function readShape(flow: Flow, element: XmlElement, shape: XmlElement): void {
  const bounds = boundsIn(shape);
  if (!bounds) return;
  claim(flow, element, shape);
  addShape(flow, element, sizeOf(bounds), labelIn(shape));
}

function readLine(flow: Flow, element: XmlElement, edge: XmlElement): void {
  const points = edge.children
    .filter(({ local, namespace }) => local === "waypoint" && namespace === DI)
    .flatMap((point) => {
      const [x, y] = [numberOf(attributeOf(point, "x")), numberOf(attributeOf(point, "y"))];
      return x === undefined || y === undefined ? [] : [{ x, y }];
    });
  const label = labelIn(edge);
  const fits = points.length >= 2 && points.length <= 500 && flow.drawing.lines.length < MOST;
  if (!fits) return;
  claim(flow, element, edge);
  flow.drawing.lines.push({ edge: flow.idOf(element), points });
  if (label) addShape(flow, element, undefined, label);
}

function addShape(
  flow: Flow,
  element: XmlElement,
  size: { width: number; height: number } | undefined,
  label: Bounds | undefined,
): void {
  if (flow.drawing.shapes.length >= MOST || (!size && !label)) return;
  flow.drawing.shapes.push({
    node: flow.idOf(element),
    ...(size ? { size } : {}),
    ...(label ? { name: { position: { x: label.x, y: label.y }, size: sizeOf(label) } } : {}),
  });
}

function labelIn(di: XmlElement): Bounds | undefined {
  const label = di.children.find(({ local, namespace }) => local === "BPMNLabel" && namespace === BPMNDI);
  return label && boundsIn(label);
}

/** Claims a shape or line that was read, with its bounds, points and label. Colours of other tools stay at their step. */
function claim(flow: Flow, element: XmlElement, di: XmlElement): void {
  const { ledger } = flow.file;
  for (const each of withDescendants(di)) {
    if (!isDiagram(each)) continue;
    ledger.kept(each);
    for (const attribute of each.attributes) {
      if (ledger.has(attribute)) continue;
      const taken = /^(x|y|width|height|bpmnElement)$/.test(attribute.name);
      if (taken || isDeclaration(attribute) || saysNothing(attribute, each)) ledger.kept(attribute);
      else if (attribute.namespace === "") ledger.refused(attribute, "diagram-anew");
    }
  }
  finish(flow, di, { of: flow.idOf(element), at: "diagram" });
  for (const each of withDescendants(di)) {
    if (each !== di && isDiagram(each)) finish(flow, each, { of: flow.idOf(element), at: "diagram" });
  }
}

/** Claims the shape of what has its place in a field of its own. */
export function claimPlaced(flow: Flow, element: XmlElement): void {
  const shape = flow.file.drawnAs(element);
  if (shape?.local !== "BPMNShape" || !boundsIn(shape)) return;
  claim(flow, element, shape);
  addShape(flow, element, undefined, labelIn(shape));
}

function isDiagram({ namespace }: XmlElement): boolean {
  return namespace === BPMNDI || namespace === DC || namespace === DI;
}
