import type { FileInfo } from "../api/instance.ts";
import type { CallOptions, Transport } from "../transport.ts";
import { uploadFile } from "../upload-file.ts";

export interface UploadOptions extends CallOptions {
  /** Case that the file belongs to; it may also be given later, with a form. */
  readonly instanceId?: string | undefined;
  /** Told from 0 to 1 while the file travels, where the browser can tell. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export function filesOf(transport: Transport, send: typeof fetch | undefined) {
  return {
    upload: (file: File | Blob, options: UploadOptions = {}): Promise<FileInfo> =>
      uploadFile(transport, send, file, options),
    /** Address of a file's content; the session cookie or the token opens it. */
    url: (id: string) => transport.urlOf("files.read", { id }),
  };
}
