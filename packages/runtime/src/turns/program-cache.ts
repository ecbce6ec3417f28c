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

/** A stored version that is not there, or is none that runs; everything else about its cases can still be read. */
export class DefinitionUnreadable extends Error {
  readonly version: number;

  constructor(definitionId: string, version: number, reason: string) {
    super(`Version ${version} of ${definitionId} cannot be read: ${reason}`);
    this.version = version;
  }
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

/**
 * Versions never change, so they are kept for good; the least recently used beyond `capacity` go. One that cannot be
 * read is read anew each time, for somebody may have mended it.
 */
export function createProgramCache(capacity = 500): ProgramCache {
  const versions = new Map<string, LoadedProgram>();
  const keyOf = (tenant: string, id: string, version: number) => `${tenant}\n${id}\n${version}`;
  return {
    get(tenant, id, version) {
      const key = keyOf(tenant, id, version);
      const found = versions.get(key);
      if (found && unreadable.has(found)) return undefined;
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

/** Versions that turned out to be unreadable. */
const unreadable = new WeakSet<LoadedProgram>();

function load(stored: StoredVersion): LoadedProgram {
  let compiled: Program | undefined;
  const drawn = drawingOf(stored.definition);
  const loaded: LoadedProgram = {
    ...stored,
    ...(drawn ?? { definition: empty(stored.definitionId), nodes: new Map(), choices: new Map() }),
    get program() {
      try {
        compiled ??= compileStored(stored);
        return compiled;
      } catch (error) {
        unreadable.add(loaded);
        throw error;
      }
    },
  };
  if (drawn === null) unreadable.add(loaded);
  return loaded;
}

/** A version of which nothing is stored any more. */
export function missingProgram(definitionId: string, version: number): LoadedProgram {
  return load({ definitionId, version, hash: "", definition: empty(definitionId) });
}

function empty(id: string): WorkflowDefinition {
  return { schema: "flowright/workflow/v1", id, name: id, nodes: [], edges: [] };
}

/** Whether cases can go on by a version. */
export function isReadable(program: LoadedProgram): boolean {
  try {
    return program.program !== undefined;
  } catch {
    return false;
  }
}

/** Null where what is stored is no drawing at all. */
function drawingOf(definition: WorkflowDefinition): Pick<LoadedProgram, "nodes" | "choices"> | null {
  try {
    const nodes = nodesById(definition);
    return { nodes, choices: choicesOf(definition, nodes) };
  } catch {
    return null;
  }
}

/** Throws where the stored definition does not compile, which publishing prevents. */
function compileStored({ definitionId, version, definition }: StoredVersion): Program {
  let codes: string;
  try {
    const result = compile(definition);
    if (result.ok) return result.program;
    codes = result.problems.map(({ code }) => code).join(", ");
  } catch (error) {
    codes = String(error);
  }
  throw new DefinitionUnreadable(definitionId, version, codes);
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

/** Name of a node for people; its id where it has none. What is at no node is at the case. */
export function nodeNameOf(nodes: ReadonlyMap<string, Node>, id: string): LocalizedText {
  return nodes.get(id)?.name ?? (id === "" ? { en: "The case itself", "zh-CN": "流程实例本身" } : id);
}
