import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** A file of a bundle as its manifest tells of it: see "Backend integration" in the documentation of Vite. */
interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

export type Manifest = Readonly<Record<string, ManifestChunk>>;

/** A bundle that Vite wrote with its manifest. */
export class Bundle {
  readonly #manifest: Manifest;
  readonly #sizeOf: (file: string) => number;

  constructor(manifest: Manifest, sizeOf: (file: string) => number) {
    this.#manifest = manifest;
    this.#sizeOf = sizeOf;
  }

  /** Keys of all chunks that come with this one, itself included: what has to be there before it runs. */
  withImports(key: string): ReadonlySet<string> {
    const seen = new Set<string>();
    const visit = (each: string): void => {
      if (seen.has(each)) return;
      const chunk = this.#manifest[each];
      if (chunk === undefined) throw new Error(`The bundle has no ${each}`);
      seen.add(each);
      for (const next of chunk.imports ?? []) visit(next);
    };
    visit(key);
    return seen;
  }

  /** Bytes on the way, gzipped. */
  bytes(keys: Iterable<string>): number {
    let sum = 0;
    for (const key of keys) sum += this.#sizeOf(this.#manifest[key]?.file ?? key);
    return sum;
  }

  /** The largest of these chunks first, e.g. `FlowPage 64.1`. */
  parts(keys: Iterable<string>, most = 6): string {
    return [...keys]
      .map((key) => ({ name: this.#manifest[key]?.name ?? key, bytes: this.bytes([key]) }))
      .sort((one, other) => other.bytes - one.bytes)
      .slice(0, most)
      .map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)}`)
      .join(", ");
  }
}

export function bundleAt(folder: string): Bundle {
  const manifest = JSON.parse(readFileSync(path.join(folder, ".vite/manifest.json"), "utf8")) as Manifest;
  const sizes = new Map<string, number>();
  return new Bundle(manifest, (file) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(path.join(folder, file))).length;
    sizes.set(file, known);
    return known;
  });
}
