/** A time zone: how far its clocks are ahead of UTC at an instant, both in milliseconds. */
export interface Zone {
  offsetAt(instant: number): number;
}

const zones = new Map<string, Zone | null>();
const MOST_ZONES = 1000;
const DAY = 86_400_000;

/** The zone of an IANA name such as Asia/Shanghai, by the zone data of the platform; null for a name that is none. */
export function zoneOf(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const made = newZone(name);
  if (zones.size < MOST_ZONES) zones.set(name, made);
  return made;
}

function newZone(timeZone: string): Zone | null {
  const clock = clockOf(timeZone);
  if (clock === null) return null;
  return {
    offsetAt(instant) {
      const shown: Record<string, number> = {};
      for (const { type, value } of clock.formatToParts(new Date(instant))) shown[type] = Number(value);
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
      return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
    },
  };
}

function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (thrown) {
    // The platform reports a zone that it does not know by throwing.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/**
 * When the clocks of a zone show a local time (milliseconds as if it were UTC): the first moment where they show it
 * twice, and where they skip it the first moment after.
 */
export function instantOf(zone: Zone, local: number): number {
  // No zone changes its clocks twice within two days.
  const before = zone.offsetAt(local - DAY);
  const after = zone.offsetAt(local + DAY);
  if (before === after || zone.offsetAt(local - before) === before) return local - before;
  if (zone.offsetAt(local - after) === after) return local - after;
  return changeBetween(zone, local - after, local - before);
}

/** The first second at which a zone has the offset that it has at `late`, and not yet at `early`. */
function changeBetween(zone: Zone, early: number, late: number): number {
  const changed = zone.offsetAt(late);
  let [from, to] = [Math.floor(early / 1000), Math.floor(late / 1000)];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (zone.offsetAt(middle * 1000) === changed) to = middle;
    else from = middle;
  }
  return to * 1000;
}
