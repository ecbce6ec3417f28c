import { contains, intersects, type Region } from "../axis/region.ts";

/** A hyper-rectangle over the columns: the product of a region of each. A rule is one, and so is a gap. */
export type Box = readonly Region[];

const NOTHING: Region = [];

export function boxesMeet(a: Box, b: Box): boolean {
  return a.every((region, column) => intersects(region, b[column] ?? NOTHING));
}

/** The columns in which `whole` does not contain `part`. */
export function columnsOutside(whole: Box, part: Box): number[] {
  const columns: number[] = [];
  for (const [column, region] of part.entries()) {
    if (!contains(whole[column] ?? NOTHING, region)) columns.push(column);
  }
  return columns;
}

/** The box with another region in one column. */
export function withRegion(box: Box, column: number, region: Region): Box {
  return box.with(column, region);
}
