/** Pixels to each unit of the drawing, so that text stays sharp on dense screens. */
const SHARPNESS = 2;
/** What browsers of phones and desktops alike can paint on. */
const MOST_PIXELS = 16_000_000;
const LONGEST_SIDE = 16_000;

/** The size in pixels of a picture of so many units: as sharp as can be, whole in any case. */
export function pixelsOf(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(
    SHARPNESS,
    Math.sqrt(MOST_PIXELS / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  );
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** Paints an SVG as PNG; rejects where the browser cannot. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { width, height } = pixelsOf(image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("Nothing was painted"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Lets the person save a file. */
export function saved(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that every file system takes, out of the name of a flow. */
export function fileName(name: string, ending: "png" | "svg"): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 80);
  return `${plain === "" ? "flow" : plain}.${ending}`;
}
