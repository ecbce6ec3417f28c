export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placed {
  readonly left: number;
  readonly top: number;
  /** Pixels, where there is less room than the menu would take. */
  readonly height: number;
}

/** Pixels to the border of the window, and to what the menu stays clear of. */
const EDGE = 8;
const APART = 8;
/** A menu of less than this shows hardly two of its lines (pixels). */
const LEAST = 200;

/**
 * Where a menu of this size goes in a window: at the point that was asked for if it is clear of `own` there, what the
 * menu is about; else beside, below or above it, lower where there is less room. All in pixels of the window. Where
 * `own` leaves no room on any side it is covered. `coming` is where what is chosen would stand: a menu that would hide
 * it goes below or above both, which is nearer to the pointer than their far sides, else beside both.
 */
export function placeBeside(
  at: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
  own: Box | null,
  coming: Box | null = null,
): Placed {
  const within = (value: number, length: number, room: number) =>
    Math.max(EDGE, Math.min(value, room - length - EDGE));
  const left = within(at.x, size.width, window.width);
  const top = within(at.y, size.height, window.height);
  const asked = { left, top, height: size.height };
  if (coming && meet(coming, asked, size.width)) {
    const both = own ? around(own, coming) : coming;
    return belowOrAbove(both, left, size.height, window.height) ?? placeBeside(at, size, window, both);
  }
  if (!own || !meet(own, asked, size.width)) return asked;
  if (own.right + APART + size.width + EDGE <= window.width) return { ...asked, left: own.right + APART };
  if (own.left - APART - size.width >= EDGE) return { ...asked, left: own.left - APART - size.width };
  return belowOrAbove(own, left, size.height, window.height) ?? asked;
}

/** Below where it fits there, else where there is more room; null where it would be hardly two lines. */
function belowOrAbove(own: Box, left: number, wanted: number, room: number): Placed | null {
  const below = room - EDGE - own.bottom - APART;
  const above = own.top - APART - EDGE;
  const height = Math.min(wanted, Math.max(below, above));
  if (height < Math.min(LEAST, wanted)) return null;
  return below >= height
    ? { left, top: own.bottom + APART, height }
    : { left, top: own.top - APART - height, height };
}

function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

function meet(own: Box, { left, top, height }: Placed, width: number): boolean {
  return own.left < left + width && left < own.right && own.top < top + height && top < own.bottom;
}
