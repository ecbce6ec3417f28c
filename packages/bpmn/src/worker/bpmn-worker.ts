import { importBpmn } from "../import/import-bpmn.ts";
import type { WorkerAnswer } from "./import-in-worker.ts";

/**
 * The entry of a worker that imports one file per message: it gets the file, a string or bytes, tells how far it is
 * (`{ stage }`), and answers with what `importBpmn` gives (`{ result }`). It runs as a web worker in a browser and as a worker thread of Node.
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
  const result = importBpmn(file instanceof Uint8Array ? file : String(file), (stage) =>
    port.postMessage({ stage } satisfies WorkerAnswer),
  );
  port.postMessage({ result } satisfies WorkerAnswer);
};

const parent = (globalThis as NodeGlobal).process?.getBuiltinModule?.("node:worker_threads")?.parentPort;
if (parent) parent.on("message", (file) => answer(parent, file));
else {
  const scope = globalThis as unknown as Port & { onmessage: (event: { readonly data: unknown }) => void };
  scope.onmessage = ({ data }) => answer(scope, data);
}
