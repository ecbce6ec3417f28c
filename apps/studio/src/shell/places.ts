import type { Permission } from "@flowright/client";
import { IconBriefcase, IconChartDots3, IconRoute, IconSettings } from "@tabler/icons-react";

/** The places of the application. One shows only where one of its permissions is held. */
export const PLACES = [
  {
    id: "work",
    to: "/work",
    also: ["/start", "/started"],
    icon: IconBriefcase,
    anyOf: ["task.work", "instance.start"],
  },
  {
    id: "design",
    to: "/design",
    also: ["/decisions"],
    icon: IconRoute,
    anyOf: ["definition.read", "definition.write", "definition.publish"],
  },
  {
    id: "monitor",
    to: "/monitor",
    also: [],
    icon: IconChartDots3,
    anyOf: ["instance.read", "instance.operate"],
  },
  { id: "admin", to: "/admin", also: [], icon: IconSettings, anyOf: ["people.write", "system.write"] },
] as const satisfies readonly {
  id: string;
  to: string;
  /** Further pages of the place. */
  also: readonly string[];
  icon: typeof IconBriefcase;
  anyOf: readonly Permission[];
}[];

export type Place = (typeof PLACES)[number];

/** The places that these permissions open. */
export function placesFor(permissions: readonly Permission[]): Place[] {
  return PLACES.filter(({ anyOf }) => anyOf.some((permission) => permissions.includes(permission)));
}

/** The place that a path belongs to; a case belongs to none of them. */
export function placeOf(path: string): Place | undefined {
  return PLACES.find(({ to, also }) =>
    [to, ...also].some((start) => path === start || path.startsWith(`${start}/`)),
  );
}
