import type { Node, WorkflowDefinition } from "@flowright/definition";
import { branchesIn, checkBranches } from "./check/check-branches.ts";
import { checkLoops } from "./check/check-loops.ts";
import { checkRoles } from "./check/check-roles.ts";
import type { Branches } from "./data/branches.ts";
import { fieldsIn } from "./data/fields-in.ts";
import { deadRegions } from "./finding/dead-regions.ts";
import type { Proof, ProofFinding, ProofMove, ProveOptions } from "./proof.ts";
import { doomedBy } from "./scope/catchers.ts";
import type { Exits } from "./scope/exits.ts";
import { cached, scopeKey } from "./scope/proof-cache.ts";
import { proveScope } from "./scope/prove-scope.ts";
import type { ScopeProof } from "./scope/scope-proof.ts";
import { insideFirst, type ScopeTree, scopesOf } from "./scope/scope-tree.ts";
import { namedAll } from "./text/names.ts";
import { findingAt, tell } from "./text/tell.ts";

const DEFAULT_STATES = 20_000;

/**
 * Plays through everything that a flow can do and tells what goes wrong, each with the moves that lead there. Data are
 * left open, but for choices that compare fields with constants. Pure and bounded: where not everything was explored
 * within the number of states, that is said. Works on any definition that holds the schema.
 *
 * Soundness is van der Aalst's ("The application of Petri nets to workflow management", 1998), scope by scope: a
 * container is a step of the scope around it that can be done, throw and escalate as its own proof says.
 */
export function prove(definition: WorkflowDefinition, options: ProveOptions = {}): Proof {
  return new Prover(definition, options).run();
}

class Prover {
  readonly #definition: WorkflowDefinition;
  readonly #options: ProveOptions;
  readonly #scopes: readonly ScopeTree[];
  readonly #byContainer: ReadonlyMap<Node | null, ScopeTree>;
  readonly #proofs = new Map<ScopeTree, ScopeProof>();
  readonly #branches = new Map<ScopeTree, ReadonlyMap<string, Branches>>();
  /** The moves that open each scope; null where no case opens it, which is told at its container. */
  readonly #openings = new Map<ScopeTree, readonly ProofMove[] | null>();
  readonly #limit: number;
  #states = 0;

  constructor(definition: WorkflowDefinition, options: ProveOptions) {
    this.#definition = definition;
    this.#options = options;
    this.#scopes = scopesOf(definition);
    this.#byContainer = new Map(this.#scopes.map((scope) => [scope.container, scope]));
    this.#limit = options.states ?? DEFAULT_STATES;
  }

  run(): Proof {
    for (const scope of insideFirst(this.#scopes)) this.#prove(scope);
    const findings = this.#scopes.flatMap((scope) => this.#findingsIn(scope));
    const complete = [...this.#proofs.values()].every((proof) => proof.complete);
    const [root] = this.#scopes;
    // Where there are ever more tokens, that is what is found.
    if (!complete && root && !findings.some(({ code }) => code === "proof.runs-twice"))
      findings.push(findingAt("proof.not-proven", root, [], { limit: this.#limit }));
    return { findings, complete, states: this.#states };
  }

  #prove(scope: ScopeTree): void {
    const branches = branchesIn(scope, fieldsIn(this.#definition, scope));
    this.#branches.set(scope, branches);
    const setsOf = (choice: string) => branches.get(choice)?.sets ?? null;
    const exitsOf = (id: string) => this.#exitsOf(scope, id);
    const limit = Math.max(1, this.#limit - this.#states);
    const mayEnd = (listener: Node) => {
      const parent = this.#byContainer.get(listener);
      return parent === undefined || this.#proofs.get(parent)?.exits.done !== null;
    };
    const doomed = (code: string) => doomedBy(scope, code, mayEnd);
    const proof = cached(scopeKey(scope, limit, exitsOf, setsOf, doomed), () =>
      proveScope(scope, limit, exitsOf, setsOf, doomed),
    );
    this.#proofs.set(scope, proof);
    this.#states += proof.states;
  }

  #exitsOf(scope: ScopeTree, container: string): Exits | null {
    const child = scope.children.get(container);
    return (child && this.#proofs.get(child)?.exits) ?? null;
  }

  #findingsIn(scope: ScopeTree): ProofFinding[] {
    const proof = this.#proofs.get(scope);
    const opening = this.#openingOf(scope);
    this.#openings.set(scope, opening);
    if (!proof || opening === null) return [];
    const movesTo = (node: string) => {
      const moves = proof.movesTo(node);
      return moves && [...opening, ...moves];
    };
    const someMovesTo = (node: string) => movesTo(node) ?? [];
    const { roles } = this.#options;
    return [
      ...proof.findings.map((raw) => tell(scope, raw, opening)),
      ...deadRegions(scope, proof.dead).map(({ entries, nodes }) => {
        const texts = { step: namedAll(scope, entries) };
        return findingAt("proof.dead-step", scope, nodes, texts);
      }),
      ...checkLoops(scope, (id) => this.#exitsOf(scope, id), movesTo),
      ...checkBranches(
        scope,
        this.#branches.get(scope) ?? new Map(),
        fieldsIn(this.#definition, scope),
        someMovesTo,
      ),
      ...(roles ? checkRoles(this.#definition, scope, roles, someMovesTo) : []),
    ];
  }

  #openingOf(scope: ScopeTree): readonly ProofMove[] | null {
    const { parent, container } = scope;
    if (!parent || !container) return [];
    const before = this.#openings.get(parent);
    const proof = this.#proofs.get(parent);
    const moves = proof?.openings.get(container.id);
    return before && moves && !proof?.dead.includes(container.id) ? [...before, ...moves] : null;
  }
}
