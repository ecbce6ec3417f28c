import { useComputedColorScheme } from "@mantine/core";

/** The scheme on screen, for parts that are told (the diagram). */
export function useScheme(): "light" | "dark" {
  return useComputedColorScheme("light");
}
