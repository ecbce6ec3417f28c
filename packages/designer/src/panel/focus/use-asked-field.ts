import { useEffect, useState } from "react";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { isFreshRequest } from "./fresh-request.ts";

/** The field below `path` (`/variables/properties`) that the panel was asked to go to. */
export function useAskedField(path: string): { readonly name: string } | null {
  const store = useDesignerStore();
  const request = useDesigner((state) => state.focusRequest);
  const [asked, setAsked] = useState<{ readonly name: string } | null>(null);
  useEffect(() => {
    const tail = request?.path.startsWith(`${path}/`) ? request.path.slice(path.length + 1) : "";
    const [name = ""] = tail.split("/", 1);
    if (request && name !== "" && isFreshRequest(store, request.serial)) setAsked({ name });
  }, [request, path, store]);
  return asked;
}
