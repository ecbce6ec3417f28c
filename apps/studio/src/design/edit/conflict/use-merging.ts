import { useEffect, useState } from "react";

type Merging = typeof import("./merging.ts");

/** What puts two drafts together; fetched when it is wanted, null until it is there. */
export function useMerging(wanted: boolean): Merging | null {
  const [merging, setMerging] = useState<Merging | null>(null);
  useEffect(() => {
    if (wanted && merging === null) void import("./merging.ts").then(setMerging, () => {});
  }, [wanted, merging]);
  return merging;
}
