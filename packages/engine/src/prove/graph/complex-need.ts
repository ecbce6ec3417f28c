import type { ComplexGateway } from "@flowright/definition";
import { compileExpression } from "@flowright/expressions";
import type { ComplexNeed } from "./control-graph.ts";

/** When a complex gateway goes on. Its condition can be worked out where it reads nothing but what has arrived. */
export function complexNeed({ need, rest }: ComplexGateway): ComplexNeed {
  const cancels = rest === "cancel";
  if (need.type === "count") return { met: (arrived) => arrived >= need.count, cancels };
  const types = { arrived: { type: "integer" }, awaited: { type: "integer" } } as const;
  const compiled = compileExpression(need.condition, types);
  if (!compiled.ok) return { met: () => null, cancels };
  const { expression } = compiled;
  const known = expression.reads.every(([name]) => name === "arrived" || name === "awaited");
  return {
    cancels,
    met: (arrived, all) => {
      if (!known) return null;
      const result = expression.evaluate({ arrived, awaited: all }, { now: "2026-01-01T00:00:00Z" });
      return result.ok && typeof result.value === "boolean" ? result.value : null;
    },
  };
}
