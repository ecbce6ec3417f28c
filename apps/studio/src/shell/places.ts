import type { Permission } from "@flowright/client";
import { IconBriefcase, IconChartDots3, IconRoute, IconSettings } from "@tabler/icons-react";

/** The places of the application. One shows only where one of its permissions is held. */
export const PLACES = [
  { id: "work", to: "/work", icon: IconBriefcase, anyOf: ["task.work", "instance.start"] },
  {
    id: "design",
    to: "/design",
    icon: IconRoute,
    anyOf: ["definition.write", "definition.publish"],
  },
  { id: "monitor", to: "/monitor", icon: IconChartDots3, anyOf: ["instance.read", "instance.operate"] },
  { id: "admin", to: "/admin", icon: IconSettings, anyOf: ["people.write", "system.write"] },
] as const satisfies readonly {
  id: string;
  to: string;
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
  return PLACES.find(({ to }) => path === to || path.startsWith(`${to}/`));
}
