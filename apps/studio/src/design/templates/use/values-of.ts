import type { LocalizedText, Who } from "@flowright/definition";

/** A person, role or relation as one text, for a list of choices. */
export function whoKey(who: Who): string {
  if (who.type === "role") return `role:${who.role}`;
  if (who.type === "people") return `people:${who.people.join(",")}`;
  return who.type;
}

/** What the key of a choice stands for. */
export function whoOf(key: string): Who {
  if (key.startsWith("role:")) return { type: "role", role: key.slice(5) };
  if (key.startsWith("people:")) return { type: "people", people: key.slice(7).split(",") };
  return { type: "initiator" };
}

/** A role as a choice lists it. */
export interface NamedRole {
  readonly id: string;
  readonly name?: LocalizedText | undefined;
}
