import type { Spell } from "@flowright/templates";
import { useQuery } from "@tanstack/react-query";

/** How Chinese words are typed; null until the dictionary is there, which is fetched by itself. */
export function usePinyin(): Spell | null {
  const { data } = useQuery({
    queryKey: ["pinyin"],
    queryFn: async () => ({ spell: (await import("@flowright/designer/pinyin")).pinyinOf }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data?.spell ?? null;
}
