/** The viewer as an embedding page bundles it: everything but React. Used to measure it. */
export default {
  logLevel: "warn",
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    target: "es2023",
    manifest: true,
    modulePreload: false,
    rolldownOptions: {
      input: "src/viewer/index.ts",
      preserveEntrySignatures: "strict",
      external: [/^react($|\/)/, /^react-dom($|\/)/],
    },
  },
};
