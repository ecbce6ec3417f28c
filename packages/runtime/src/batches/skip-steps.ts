import type { BatchSkip } from "@flowright/client";
import { stepAfter } from "@flowright/definition";
import { activeNodesOf, waitsOf } from "@flowright/engine";
import type { Caller } from "../contract/caller.ts";
import type { Operation } from "../instances/operate-instance.ts";
import { refuseBatch } from "./batch-problems.ts";
import { nodeTexts } from "./node-texts.ts";
import { standingInCase } from "./standing-in-case.ts";

/**
 * Lets a case go on behind steps that cannot be done: each of them stops, and the one step that follows it begins in
 * the same scope. Where no single step follows, somebody has to decide, and the case is left as it is.
 */
export function skipping(caller: Caller, { node, reason }: Pick<BatchSkip, "node" | "reason">): Operation {
  return {
    name: "batch.skip",
    body: { node: node ?? null, reason },
    by: "operate",
    decide: ({ state, program }) => {
      if (state === null) return refuseBatch("batch.nothing-to-skip");
      const standing = standingInCase({ state, program });
      if (!standing.ok) return standing;
      const skipped =
        node === undefined
          ? waitsOf(state)
              .filter(({ kind }) => kind === "incident")
              .map(({ token, node: at, scope }) => ({ token, node: at, scope }))
          : standing.value.filter((one) => one.node === node);
      if (skipped.length === 0) {
        return node === undefined
          ? refuseBatch("batch.nothing-to-skip")
          : refuseBatch("batch.nothing-there", nodeTexts(program, node));
      }
      const active = activeNodesOf(state);
      const start: { node: string; scope: number }[] = [];
      for (const one of skipped) {
        const after = stepAfter(program.definition, active, one.node);
        if (after === null) return refuseBatch("batch.no-step-behind", nodeTexts(program, one.node));
        start.push({ node: after, scope: one.scope });
      }
      const cancel = skipped.map(({ token }) => token);
      return { ok: true, value: { kind: "instance.modify", cancel, start, by: caller.user, reason } };
    },
  };
}
