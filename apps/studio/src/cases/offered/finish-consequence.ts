import type { Instance } from "@flowright/client";
import { isContainer, type Node, nodesOf } from "@flowright/definition";

/** What happens to the steps that are under way when someone finishes the steps of an ad-hoc part. */
export interface FinishConsequence {
  /** They are awaited instead of cancelled. */
  readonly waits: boolean;
  readonly steps: readonly { readonly node: string; readonly people: readonly string[] }[];
}

export function finishConsequence(
  instance: Pick<Instance, "definition" | "offers" | "tokens" | "tasks">,
  scope: number,
): FinishConsequence {
  const offered = instance.offers.find((offer) => offer.scope === scope)?.node;
  const part = [...nodesOf(instance.definition)]
    .map(({ node }) => node)
    .find((node): node is Extract<Node, { kind: "adHoc" }> => {
      return node.kind === "adHoc" && isContainer(node) && node.nodes.some(({ id }) => id === offered);
    });
  const nodes = new Set(instance.tokens.filter((token) => token.scope === scope).map(({ node }) => node));
  const steps = [...nodes].map((node) => {
    const open = instance.tasks.filter((task) => task.node === node && task.status === "open");
    return { node, people: [...new Set(open.flatMap(({ assignee }) => assignee ?? []))] };
  });
  return { waits: part?.cancelRemaining === false, steps };
}
