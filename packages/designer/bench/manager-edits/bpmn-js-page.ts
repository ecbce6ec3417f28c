import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, preview } from "vite";

/** What is compared with: the versions of November 2026. */
const PACKAGES = {
  "bpmn-js": "18.31.1",
  "bpmn-js-create-append-anything": "2.0.0",
  "bpmn-js-properties-panel": "5.65.3",
  "@bpmn-io/properties-panel": "3.55.0",
  "zeebe-bpmn-moddle": "2.0.0",
} as const;

const PAGE = `<!doctype html><meta charset="utf-8"><title>loading</title>
<style>html,body{margin:0;height:100%}#canvas{position:absolute;inset:0 320px 0 0}
#panel{position:absolute;top:0;right:0;bottom:0;width:320px;overflow:auto;border-left:1px solid #ccc}</style>
<div id="canvas"></div><div id="panel"></div><script type="module" src="./main.js"></script>`;

const PROGRAM = `import BpmnModeler from "bpmn-js/lib/Modeler";
import { CreateAppendAnythingModule } from "bpmn-js-create-append-anything";
import {
  BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule,
} from "bpmn-js-properties-panel";
import zeebe from "zeebe-bpmn-moddle/resources/zeebe.json";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css";
import "@bpmn-io/properties-panel/dist/assets/properties-panel.css";
const modeler = new BpmnModeler({
  container: "#canvas",
  propertiesPanel: { parent: "#panel" },
  additionalModules: [
    BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule,
    CreateAppendAnythingModule,
  ],
  moddleExtensions: { zeebe },
});
window.modeler = modeler;
await modeler.importXML(await (await fetch("flow.bpmn")).text());
modeler.get("canvas").zoom("fit-viewport", "auto");
document.title = "ready";`;

/** Fetches bpmn-js into a folder of its own (it is no dependency), and serves a page with it. */
export async function serveBpmnJs(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const root = path.resolve(import.meta.dirname, "../../node_modules/.bpmn-js");
  mkdirSync(path.join(root, "public"), { recursive: true });
  const manifest = { private: true, type: "module", dependencies: PACKAGES };
  writeFileSync(path.join(root, "package.json"), JSON.stringify(manifest));
  if (!existsSync(path.join(root, "node_modules/bpmn-js"))) {
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: root,
      stdio: "inherit",
    });
  }
  writeFileSync(path.join(root, "index.html"), PAGE);
  writeFileSync(path.join(root, "main.js"), PROGRAM);
  writeFileSync(path.join(root, "public/flow.bpmn"), refundRequest());
  const common = { root, configFile: false as const, logLevel: "error" as const };
  await build({ ...common, build: { outDir: "dist", emptyOutDir: true, target: "esnext" } });
  const server = await preview({
    ...common,
    build: { outDir: "dist" },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const address = server.httpServer.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The refund request with room between its steps, so that nothing is dropped on the wrong place. */
function refundRequest(): string {
  const steps = [
    { id: "request", kind: "startEvent", x: 180, width: 36, name: "" },
    { id: "approve", kind: "userTask", x: 320, width: 100, name: "Approve" },
    { id: "pay", kind: "userTask", x: 580, width: 100, name: "Pay back" },
    { id: "file", kind: "userTask", x: 840, width: 100, name: "File the papers" },
    { id: "done", kind: "endEvent", x: 1100, width: 36, name: "Done" },
  ];
  const lines = steps.slice(1).map((to, at) => ({ id: `f${at}`, from: steps[at] ?? to, to }));
  const task = "<bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements>";
  const height = (width: number) => (width === 100 ? 80 : 36);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="refund">
<bpmn:process id="p" isExecutable="true">
${steps.map(({ id, kind, name }) => `<bpmn:${kind} id="${id}" name="${name}">${kind === "userTask" ? task : ""}</bpmn:${kind}>`).join("\n")}
${lines.map(({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from.id}" targetRef="${to.id}"/>`).join("\n")}
</bpmn:process>
<bpmndi:BPMNDiagram id="dd"><bpmndi:BPMNPlane id="pl" bpmnElement="p">
${steps.map(({ id, x, width }) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${120 - height(width) / 2}" width="${width}" height="${height(width)}"/></bpmndi:BPMNShape>`).join("\n")}
${lines.map(({ id, from, to }) => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from.x + from.width}" y="120"/><di:waypoint x="${to.x}" y="120"/></bpmndi:BPMNEdge>`).join("\n")}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
