import type { FileInfo } from "./api/attachment.ts";
import { unreachable } from "./api-error.ts";
import { answerOf, type CallOptions, type Transport } from "./transport.ts";

export interface UploadOptions extends CallOptions {
  /** Case that the file belongs to; it may also be given later, with a form. */
  readonly instanceId?: string | undefined;
  /** Told from 0 to 1 while the file travels, where the browser can tell. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Sends a file as a form. Only XMLHttpRequest tells how far it is, so that is used where there is one. */
export async function uploadFile(
  transport: Transport,
  send: typeof fetch | undefined,
  file: File | Blob,
  options: UploadOptions,
): Promise<FileInfo> {
  const form = new FormData();
  // Before the file: the server reads the form in order and must know the case when the file begins.
  if (options.instanceId !== undefined) form.set("instanceId", options.instanceId);
  form.set("file", file, "name" in file && file.name !== "" ? file.name : "file");
  const url = transport.urlOf("files.store");
  const headers = {
    ...transport.headers(),
    ...(options.idempotencyKey === undefined ? {} : { "idempotency-key": options.idempotencyKey }),
  };
  const { status, text, retryAfter } =
    send === undefined && typeof XMLHttpRequest !== "undefined"
      ? await sendWithProgress(transport, url, headers, form, options)
      : await sendPlainly(transport, send ?? globalThis.fetch, url, headers, form, options);
  return answerOf<FileInfo>(status, text, retryAfter, transport.language());
}

interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

async function sendPlainly(
  transport: Transport,
  send: typeof fetch,
  url: string,
  headers: Record<string, string>,
  form: FormData,
  options: UploadOptions,
): Promise<RawAnswer> {
  try {
    const response = await send(url, {
      method: "POST",
      headers,
      body: form,
      credentials: "same-origin",
      signal: options.signal ?? null,
    });
    return {
      status: response.status,
      text: await response.text(),
      retryAfter: response.headers.get("retry-after"),
    };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw unreachable(transport.language());
  }
}

function sendWithProgress(
  transport: Transport,
  url: string,
  headers: Record<string, string>,
  form: FormData,
  options: UploadOptions,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const { signal } = options;
    const abort = () => request.abort();
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) options.onProgress?.(loaded / total);
    };
    request.onload = () =>
      resolve({
        status: request.status,
        text: request.responseText,
        retryAfter: request.getResponseHeader("retry-after"),
      });
    request.onerror = () => reject(unreachable(transport.language()));
    request.onabort = () => reject(signal?.reason ?? new DOMException("Aborted", "AbortError"));
    request.onloadend = () => signal?.removeEventListener("abort", abort);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) return reject(signal.reason);
    request.send(form);
  });
}
