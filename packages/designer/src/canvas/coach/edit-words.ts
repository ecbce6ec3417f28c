import {
  type BilingualText,
  type Edge,
  type Node,
  textOf,
  type WorkflowDefinition,
} from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { isGateway } from "../../model/geometry/size-of.ts";

type Words = (language: "en" | "zh-CN") => string;

/** What a change of the document did, in one sentence to be read aloud; null for what its field says itself. */
export function editWords(before: WorkflowDefinition, after: WorkflowDefinition): BilingualText | null {
  const was = indexOf(before);
  const is = indexOf(after);
  const added = [...is.nodes.values()].filter(({ node }) => !was.nodes.has(node.id));
  const gone = [...was.nodes.values()].filter(({ node }) => !is.nodes.has(node.id));
  const newLines = [...is.edges.values()].filter(({ edge }) => !was.edges.has(edge.id));
  const goneLines = [...was.edges.values()].filter(({ edge }) => !is.edges.has(edge.id));
  if (added.length > 0 && gone.length === 0) {
    const [first] = added;
    if (added.length === 1 && first) {
      const name = nameOf(first.node);
      return both((language) => (language === "en" ? `Added ${name("en")}.` : `已添加${name("zh-CN")}。`));
    }
    return both((language) =>
      language === "en" ? `Added ${added.length} steps.` : `已添加 ${added.length} 个节点。`,
    );
  }
  if (gone.length > 0 && added.length === 0) {
    const [first] = gone;
    if (gone.length === 1 && first) {
      const name = nameOf(first.node);
      return both((language) => (language === "en" ? `Deleted ${name("en")}.` : `已删除${name("zh-CN")}。`));
    }
    return both((language) =>
      language === "en" ? `Deleted ${gone.length} steps.` : `已删除 ${gone.length} 个节点。`,
    );
  }
  if (added.length > 0) return null;
  const [line] = newLines;
  if (line && newLines.length > goneLines.length) return connected(line.edge, after);
  if (goneLines.length > 0 && newLines.length === 0) {
    return both((language) =>
      language === "en"
        ? goneLines.length === 1
          ? "Deleted a line."
          : `Deleted ${goneLines.length} lines.`
        : `已删除 ${goneLines.length} 条连线。`,
    );
  }
  const moved = [...is.edges.values()].find(({ edge }) => {
    const old = was.edges.get(edge.id)?.edge;
    return old !== undefined && (old.source !== edge.source || old.target !== edge.target);
  });
  return moved ? connected(moved.edge, after) : null;
}

function connected(edge: Edge, definition: WorkflowDefinition): BilingualText {
  const { nodes } = indexOf(definition);
  const source = nameOf(nodes.get(edge.source)?.node);
  const target = nameOf(nodes.get(edge.target)?.node);
  return both((language) =>
    language === "en"
      ? `Connected ${source("en")} to ${target("en")}.`
      : `已连接：从${source("zh-CN")}到${target("zh-CN")}。`,
  );
}

/**
 * What the loss of a decision means for a case: which ways are no longer reached, and where it stops now. Null where
 * no decision went, or where nothing came of it.
 */
export function lostDecisionWords(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): BilingualText | null {
  const was = indexOf(before);
  const is = indexOf(after);
  const lost = [...was.nodes.values()].find(
    ({ node }) => isGateway(node.kind) && !is.nodes.has(node.id),
  )?.node;
  if (!lost) return null;
  const ways = was.outgoing.get(lost.id) ?? [];
  const comes = was.incoming.get(lost.id) ?? [];
  const still = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => is.nodes.get(id)?.node ?? []);
  const stops = still(comes.map(({ source }) => source)).filter(
    ({ id, kind }) => kind !== "end" && (is.outgoing.get(id) ?? []).length === 0,
  );
  const apart = still(ways.map(({ target }) => target)).filter(
    ({ id, kind }) => kind !== "boundary" && (is.incoming.get(id) ?? []).length === 0,
  );
  const conditions = ways.filter(({ condition }) => condition !== undefined).length;
  const waits =
    comes.length > 1 && (lost.kind === "parallel" || lost.kind === "inclusive" || lost.kind === "complex");
  if (stops.length + apart.length + conditions === 0 && !waits) return null;
  const list = (nodes: readonly Node[], language: "en" | "zh-CN") =>
    nodes
      .map((node) => (language === "en" ? `“${nameOf(node)("en")}”` : `“${nameOf(node)("zh-CN")}”`))
      .join(language === "en" ? ", " : "、");
  return both((language) => {
    const en = language === "en";
    return [
      en ? `“${nameOf(lost)("en")}” was deleted.` : `已删除“${nameOf(lost)("zh-CN")}”。`,
      stops.length > 0 &&
        (en ? `A case now stops after ${list(stops, "en")}.` : `单据将停在${list(stops, "zh-CN")}之后。`),
      apart.length > 0 &&
        (en ? `Nothing leads to ${list(apart, "en")} any more.` : `不再有路径到达${list(apart, "zh-CN")}。`),
      conditions > 0 &&
        (en
          ? conditions === 1
            ? "Its condition went with it."
            : `Its ${conditions} conditions went with it.`
          : `其 ${conditions} 个条件也一并删除。`),
      waits && (en ? "The branches no longer wait for each other." : "各分支不再互相等待。"),
    ]
      .filter((sentence) => typeof sentence === "string")
      .join(en ? " " : "");
  });
}

function nameOf(node: Node | undefined): Words {
  return (language) =>
    node
      ? textOf(node.name, language) || elementTypeOf(node).name[language]
      : language === "en"
        ? "a step"
        : "节点";
}

function both(words: Words): BilingualText {
  return { en: words("en"), "zh-CN": words("zh-CN") };
}
