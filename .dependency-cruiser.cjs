/**
 * Who may import whom. The order of the house, lowest first; a room imports only from rooms strictly below it.
 * `scripts/boundaries.test.ts` plants a violation of each rule and sees it found.
 */
const LAYERS = [
  ["schemas", "packages/expressions"],
  ["packages/decisions"],
  ["packages/definition"],
  ["packages/engine"],
  ["packages/scenarios", "packages/forms", "packages/bpmn", "packages/templates"],
  ["packages/designer", "packages/client"],
  ["packages/runtime"],
  ["packages/fastify", "packages/connectors"],
  ["apps/server", "apps/studio"],
  ["packages/conformance"],
  ["examples"],
];

const TEST_FILES = "[.]test[.]tsx?$|/(test|bench)/";
const BROWSER_SAFE =
  "packages/(expressions|decisions|definition|engine|scenarios|bpmn|forms|templates|designer|client)";

const inRooms = (rooms) => `^(${rooms.join("|")})/`;

function layerRules() {
  return LAYERS.flatMap((layer, depth) =>
    layer.map((room) => ({
      name: `layer-${room.replace("packages/", "").replace("/", "-")}`,
      comment: `${room} imports only from rooms strictly below it; the examples' drawings are data that tests may read`,
      severity: "error",
      from: { path: inRooms([room]) },
      to: {
        path: inRooms(LAYERS.slice(depth).flat()),
        pathNot: [inRooms([room]), "^examples/.+[.]json$"],
      },
    })),
  );
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolvable",
      comment: "an import that does not resolve hides every other violation behind it",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    ...layerRules(),
    {
      name: "nobody-imports-scripts",
      severity: "error",
      from: { path: "^(packages|apps|examples|schemas)/" },
      to: { path: "^scripts/" },
    },
    {
      name: "no-builtin-in-browser-safe",
      comment: "everything up to client runs in the browser too",
      severity: "error",
      from: { path: `^${BROWSER_SAFE}/src/`, pathNot: TEST_FILES },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "outbound-only-in-connectors",
      comment: "one place calls out of the house, so one place guards where to",
      severity: "error",
      from: {
        path: "^(packages|apps)/",
        pathNot: `^packages/connectors/|^apps/server/src/http/listen-early[.]ts$|${TEST_FILES}`,
      },
      to: { path: "^(node:)?(https?|http2)$|node_modules/undici/" },
    },
    {
      name: "xstate-only-in-engine-machine",
      severity: "error",
      from: { pathNot: "^packages/engine/src/machine/|node_modules" },
      to: { path: "node_modules/xstate/" },
    },
    {
      name: "designer-without-mantine",
      comment: "the designer is embedded in other people's pages and brings its own look",
      severity: "error",
      from: { path: "^packages/designer/" },
      to: { path: "@mantine" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|/dist/" },
    exclude: { path: "/dist/|^node_modules/\\.cache" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "module", "default", "types", "node"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
      mainFields: ["module", "main", "types"],
    },
  },
};
