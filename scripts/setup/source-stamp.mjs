import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const SKIPPED = new Set(["node_modules", "dist", "test", ".turbo", "bench"]);

/**
 * A hash over the names and contents of all files below some folders (and of some files), tests left out.
 * @param {string} root
 * @param {readonly string[]} entries
 */
export function sourceStamp(root, entries) {
  const hash = createHash("sha256");
  for (const entry of entries) addTo(hash, root, entry);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} entry
 */
function addTo(hash, root, entry) {
  const full = path.join(root, entry);
  let children;
  try {
    children = readdirSync(full, { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOTDIR") {
      hash.update(`${entry}\0`).update(readFileSync(full)).update("\0");
    }
    return;
  }
  for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(child.name) || /\.test\.tsx?$/.test(child.name)) continue;
    const name = `${entry}/${child.name}`;
    if (child.isDirectory()) addTo(hash, root, name);
    else if (child.isFile())
      hash
        .update(`${name}\0`)
        .update(readFileSync(path.join(root, name)))
        .update("\0");
  }
}
