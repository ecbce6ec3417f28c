import type { FileInfo } from "../api/attachment.ts";
import type { Transport } from "../transport.ts";
import { type UploadOptions, uploadFile } from "../upload-file.ts";

export function filesOf(transport: Transport, send: typeof fetch | undefined) {
  return {
    upload: (file: File | Blob, options: UploadOptions = {}): Promise<FileInfo> =>
      uploadFile(transport, send, file, options),
    /** Address of a file's content; the session cookie or the token opens it. */
    url: (id: string) => transport.urlOf("files.read", { id }),
  };
}
