import { closestName } from "./closest-name.ts";

/**
 * The parameters of a template that ends in `{suggestion}`: a "did you mean" in both languages, or nothing where
 * no candidate is near.
 */
export function suggestion(name: string, candidates: Iterable<string>): Record<string, string> {
  const closest = closestName(name, candidates);
  if (closest === null) return { suggestion: "", "suggestion:zh-CN": "" };
  return {
    closest,
    suggestion: ` Did you mean “${closest}”?`,
    "suggestion:zh-CN": `是否想写“${closest}”？`,
  };
}
