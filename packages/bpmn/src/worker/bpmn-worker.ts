import { importBpmn } from "../import/import-bpmn.ts";

/**
 * The entry of a worker that imports one file per message: it gets the file, a string or bytes, and answers with what
 * `importBpmn` gives. It runs as a web worker in a browser and as a worker thread of Node.
 */
interface Port {
  postMessage(message: unknown): void;
}

/** Node's parent port without importing from Node, which a bundler for browsers could not follow. */
interface NodeGlobal {
  readonly process?: {
    getBuiltinModule?(name: string): { readonly parentPort: (Port & NodePort) | null } | undefined;
  };
}

interface NodePort {
  on(event: "message", listener: (message: unknown) => void): void;
}

const answer = (port: Port, file: unknown) => {
  port.postMessage(importBpmn(file instanceof Uint8Array ? file : String(file)));
};

const parent = (globalThis as NodeGlobal).process?.getBuiltinModule?.("node:worker_threads")?.parentPort;
if (parent) parent.on("message", (file) => answer(parent, file));
else {
  const scope = globalThis as unknown as Port & { onmessage: (event: { readonly data: unknown }) => void };
  scope.onmessage = ({ data }) => answer(scope, data);
}
