import type { ServiceTask } from "@flowright/definition";
import type { Flow } from "../import/flow.ts";
import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { droolsAttribute, juelAttribute, juelExtensions, said, zeebeExtension } from "./engines.ts";

type Work = Pick<ServiceTask, "jobType" | "retry">;

/** Names of attributes that call code inside of the engine. */
const CODE = ["class", "delegateExpression", "expression", "type"] as const;

/** The job that a step is for another engine, or undefined where it is none. */
export function workOf(flow: Flow, step: XmlElement): Work | undefined {
  const jobType = typeOf(flow, step);
  if (jobType === undefined) return undefined;
  return { jobType: jobType.slice(0, 200), ...retryOf(flow, step) };
}

/** The work of a service task, whatever the file says. */
export function serviceWorkOf(flow: Flow, step: XmlElement): Work {
  const work = workOf(flow, step);
  if (work) return work;
  const reference = attributeOf(step, "operationRef");
  const operation = flow.file.element(reference);
  const name = operation && attributeOf(operation, "name");
  if (name) {
    flow.file.ledger.translated(
      step.attributes.find((one) => one.name === "operationRef"),
      reference ?? "",
      `jobType: ${name}`,
    );
    return { jobType: name.slice(0, 200) };
  }
  const jobType = flow.idOf(step);
  flow.problem("bpmn.work-unknown", step, { jobType });
  return { jobType, ...retryOf(flow, step) };
}

function typeOf(flow: Flow, step: XmlElement): string | undefined {
  const { ledger } = flow.file;
  const definition = zeebeExtension(step, "taskDefinition");
  const named = said(definition, "type") ?? juelAttribute(step, "topic") ?? droolsAttribute(step, "taskName");
  if (named) {
    ledger.translated(named, named.value, `jobType: ${named.value}`);
    ledger.translated(definition, "taskDefinition", "jobType");
    const external = juelAttribute(step, "type");
    if (external?.value === "external") ledger.translated(external, "external", "jobType");
    return named.value.trim();
  }
  for (const name of CODE) {
    const code = juelAttribute(step, name);
    if (!code || (name === "type" && code.value === "external")) continue;
    const jobType = code.value.trim().slice(0, 200);
    ledger.translated(code, code.value, `jobType: ${jobType}`);
    flow.problem("bpmn.code-elsewhere", step, { code: `${name}=${code.value.slice(0, 150)}`, jobType });
    return jobType;
  }
  return undefined;
}

/** `R3/PT10M` or `PT1M,PT5M` of the engines with JUEL, or the number of tries of Camunda 8. */
function retryOf(flow: Flow, step: XmlElement): Pick<ServiceTask, "retry"> {
  const { ledger } = flow.file;
  const tries = said(zeebeExtension(step, "taskDefinition"), "retries");
  if (tries && /^\d+$/.test(tries.value) && Number(tries.value) >= 1 && Number(tries.value) <= 50) {
    ledger.translated(tries, tries.value, "retry.attempts");
    return { retry: { attempts: Number(tries.value) } };
  }
  const cycle = juelExtensions(step, "failedJobRetryTimeCycle")[0];
  const text = cycle?.text.trim() ?? "";
  const repeated = /^R(\d+)\/(P[A-Z0-9.]+)$/.exec(text);
  const attempts = Number(repeated?.[1] ?? 0);
  if (repeated && attempts >= 1 && attempts <= 50) {
    ledger.translated(cycle, text, "retry");
    return { retry: { attempts, backoff: [repeated[2] ?? "PT5M"] } };
  }
  const waits = text.split(",").map((part) => part.trim());
  if (!waits.every((wait) => /^P[A-Z0-9.]+$/.test(wait)) || waits.length > 49) return {};
  ledger.translated(cycle, text, "retry");
  return { retry: { attempts: waits.length + 1, backoff: waits } };
}

/** Whether a step that BPMN takes for something else is done by a worker in its engine. */
export function isWork(step: XmlElement): boolean {
  if (zeebeExtension(step, "taskDefinition") || droolsAttribute(step, "taskName")) return true;
  return ["topic", ...CODE].some((name) => juelAttribute(step, name) !== undefined);
}

/** Inputs and outputs of a step by the engines' own mappings. */
export function ioOf(step: XmlElement): {
  inputs: XmlElement[];
  outputs: XmlElement[];
  around: XmlElement[];
} {
  const zeebe = zeebeExtension(step, "ioMapping");
  const juel = juelExtensions(step, "inputOutput");
  const around = [...(zeebe ? [zeebe] : []), ...juel];
  const inner = around.flatMap(({ children }) => children);
  return {
    inputs: inner.filter(({ local }) => local === "input" || local === "inputParameter"),
    outputs: inner.filter(({ local }) => local === "output" || local === "outputParameter"),
    around,
  };
}
