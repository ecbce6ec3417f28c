import {
  edgesOf,
  isContainer,
  type LocalizedText,
  type Node,
  type WorkflowDefinition,
} from "@flowright/definition";
import { compile, type Program } from "@flowright/engine";

/** A published version, ready to step. */
export interface LoadedProgram {
  readonly definitionId: string;
  readonly version: number;
  readonly hash: string;
  readonly definition: WorkflowDefinition;
  /** Compiled when first asked for; lists and details never need it. */
  readonly program: Program;
  readonly nodes: ReadonlyMap<string, Node>;
  /** Event → the gateway after which it is one of several, of which the first decides. */
  readonly choices: ReadonlyMap<string, string>;
}

export interface ProgramCache {
  get(tenant: string, definitionId: string, version: number): LoadedProgram | undefined;
  /** Keeps a version. */
  put(tenant: string, version: StoredVersion): LoadedProgram;
}

export interface StoredVersion {
  readonly definitionId: string;
  readonly version: number;
  readonly hash: string;
  readonly definition: WorkflowDefinition;
}

/** Versions never change, so they are kept for good; the least recently used beyond `capacity` go. */
export function createProgramCache(capacity = 500): ProgramCache {
  const versions = new Map<string, LoadedProgram>();
  const keyOf = (tenant: string, id: string, version: number) => `${tenant}\n${id}\n${version}`;
  return {
    get(tenant, id, version) {
      const key = keyOf(tenant, id, version);
      const found = versions.get(key);
      if (found) {
        versions.delete(key);
        versions.set(key, found);
      }
      return found;
    },
    put(tenant, stored) {
      const loaded = load(stored);
      versions.set(keyOf(tenant, stored.definitionId, stored.version), loaded);
      if (versions.size > capacity) {
        const [oldest] = versions.keys();
        if (oldest !== undefined) versions.delete(oldest);
      }
      return loaded;
    },
  };
}

function load(stored: StoredVersion): LoadedProgram {
  let compiled: Program | undefined;
  const nodes = nodesById(stored.definition);
  return {
    ...stored,
    nodes,
    choices: choicesOf(stored.definition, nodes),
    get program() {
      compiled ??= compileStored(stored);
      return compiled;
    },
  };
}

/** Throws where the stored definition does not compile, which publishing prevents. */
function compileStored(stored: StoredVersion): Program {
  const result = compile(stored.definition);
  if (result.ok) return result.program;
  const codes = result.problems.map(({ code }) => code).join(", ");
  throw new Error(`Version ${stored.version} of ${stored.definitionId} does not compile: ${codes}`);
}

/** Every node by id, those of containers included. */
export function nodesById(definition: WorkflowDefinition): Map<string, Node> {
  const found = new Map<string, Node>();
  const containers: { readonly nodes: readonly Node[] }[] = [definition];
  for (let container = containers.pop(); container; container = containers.pop()) {
    for (const node of container.nodes) {
      found.set(node.id, node);
      if (isContainer(node)) containers.push(node);
    }
  }
  return found;
}

function choicesOf(definition: WorkflowDefinition, nodes: ReadonlyMap<string, Node>): Map<string, string> {
  const choices = new Map<string, string>();
  for (const { edge } of edgesOf(definition)) {
    if (nodes.get(edge.source)?.kind === "eventBased") choices.set(edge.target, edge.source);
  }
  return choices;
}

/** Name of a node for people; its id where it has none. */
export function nodeNameOf(nodes: ReadonlyMap<string, Node>, id: string): LocalizedText {
  return nodes.get(id)?.name ?? id;
}
