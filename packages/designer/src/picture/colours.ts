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
