const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What people attach to a case. Nothing that a browser would run. */
const ACCEPTED: ReadonlySet<string> = new Set([
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
  "image/avif",
  "image/heic",
  "image/heif",
  "image/bmp",
  "image/tiff",
  "application/pdf",
  "text/plain",
  "text/csv",
  "application/zip",
  "application/json",
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
  "video/mp4",
  "video/quicktime",
  "video/webm",
  "audio/mpeg",
  "audio/mp4",
]);

/** The bare type in lower case if it is accepted, else null. */
export function acceptedMediaType(mediaType: string): string | null {
  const bare = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  return ACCEPTED.has(bare) ? bare : null;
}
