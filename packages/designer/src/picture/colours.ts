/** The light colours of the canvas; a picture has no style sheet that could say otherwise. */
export const COLOURS = {
  ground: "#f7f8f9",
  surface: "#ffffff",
  border: "#dde1e7",
  borderStrong: "#b6bdc8",
  text: "#1b2129",
  quiet: "#5a6473",
  line: "#79838f",
  containerGround: "#f5f2fa",
  containerBorder: "#b3a2d9",
} as const;

export const FAMILIES: Readonly<Record<string, { readonly strong: string; readonly soft: string }>> = {
  people: { strong: "#2563c4", soft: "#e3edfc" },
  system: { strong: "#0c7a6b", soft: "#daf2ee" },
  decision: { strong: "#94600a", soft: "#fbf0d8" },
  event: { strong: "#4b5563", soft: "#eaedf1" },
  container: { strong: "#6d4bb8", soft: "#efe9fb" },
};

/** Frames of groups. */
export const GROUPS = {
  grey: "#5a6473",
  blue: "#2563c4",
  teal: "#0c7a6b",
  amber: "#94600a",
  purple: "#6d4bb8",
  pink: "#a3197e",
} as const;

export const NOTE = { paper: "#fff8df", border: "#d9c27a" } as const;
