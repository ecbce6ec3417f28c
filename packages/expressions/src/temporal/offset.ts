/** Farthest offset from Greenwich, in seconds. */
const FARTHEST = 18 * 3600;

/** The seconds of `Z`, `+08:00` or `-02:45:55`; undefined for any other text and beyond 18 hours. */
export function fixedOffset(text: string): number | undefined {
  if (text === "Z" || text === "z") return 0;
  const match = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, hours, minutes, seconds = "0"] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (offset > FARTHEST) return undefined;
  return sign === "-" ? 0 - offset : offset;
}

export function isOffset(seconds: number): boolean {
  return Number.isInteger(seconds) && Math.abs(seconds) <= FARTHEST;
}

/** The opposite of `fixedOffset`. */
export function offsetText(seconds: number): string {
  if (seconds === 0) return "Z";
  const rest = Math.abs(seconds);
  const text = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}`;
  return `${seconds < 0 ? "-" : "+"}${text}${rest % 60 === 0 ? "" : `:${two(rest % 60)}`}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
