import type { Position } from "@flowright/definition";
import { attributeOf, type XmlElement } from "../../xml/xml-element.ts";
import { type Bounds, rounded } from "../bpmn-file.ts";
import type { Flow } from "../flow.ts";

/** The place of a step relative to the container that it is drawn in; undefined where the file does not draw it. */
export function positionOf(flow: Flow, element: XmlElement): Position | undefined {
  const bounds = flow.file.boundsOf(element);
  if (!bounds) return undefined;
  const origin = originOf(flow, element);
  return { x: rounded(bounds.x - origin.x), y: rounded(bounds.y - origin.y) };
}

/** Where the container of an element begins, on the same plane; a collapsed one has a plane of its own. */
function originOf(flow: Flow, element: XmlElement): { x: number; y: number } {
  const around = element.parent;
  if (!around || around === flow.process) return { x: 0, y: 0 };
  const outer = flow.file.drawnAs(around);
  const bounds = flow.file.boundsOf(around);
  const samePlane = outer !== undefined && outer.parent === flow.file.drawnAs(element)?.parent;
  return bounds && samePlane ? bounds : { x: 0, y: 0 };
}

/** Size and opening of a container. */
export function frameOf(
  flow: Flow,
  element: XmlElement,
): { size?: { width: number; height: number }; collapsed?: boolean } {
  const bounds = flow.file.boundsOf(element);
  const shape = flow.file.drawnAs(element);
  const expanded = shape?.attributes.find((one) => one.name === "isExpanded");
  flow.file.ledger.kept(expanded);
  const collapsed = shape !== undefined && expanded?.value !== "true" && !drawsInside(flow, element);
  if (collapsed || expanded?.value === "false") return { collapsed: true };
  const fits = bounds && bounds.width >= 100 && bounds.height >= 60;
  return fits ? { size: sizeOf(bounds) } : {};
}

/** Whether what is in a container is drawn on the same plane as itself. */
function drawsInside(flow: Flow, element: XmlElement): boolean {
  const plane = flow.file.drawnAs(element)?.parent;
  return element.children.some(
    (child) =>
      attributeOf(child, "id") !== undefined &&
      flow.file.drawnAs(child)?.parent === plane &&
      plane !== undefined,
  );
}

export function sizeOf({ width, height }: Bounds): { width: number; height: number } {
  return { width: rounded(width), height: rounded(height) };
}

/** The place on the canvas of what is drawn beside the steps. */
export function placeOf(
  flow: Flow,
  element: XmlElement,
): { position?: Position; size?: { width: number; height: number } } {
  const bounds = flow.file.boundsOf(element);
  return bounds ? { position: { x: rounded(bounds.x), y: rounded(bounds.y) }, size: sizeOf(bounds) } : {};
}
