import { useMemo } from "react";
import { useDesigner } from "../store-context.ts";
import { type TextCatalog, type Translate, textsOf } from "./texts-of.ts";

/** `t(key, params)` for a folder's catalog in the language of the designer. */
export function useTexts<Key extends string>(catalog: TextCatalog<Key>): Translate<Key> {
  const language = useDesigner((state) => state.language);
  const messages = useDesigner((state) => state.messages);
  return useMemo(() => textsOf(catalog, language, messages), [catalog, language, messages]);
}
