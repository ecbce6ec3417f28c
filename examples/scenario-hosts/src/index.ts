/** Tests of flows by their scenarios, on every host. */

export { faultsOf } from "./faults-of.ts";
export { scenarioTests } from "./scenario-tests.ts";
export { scenariosIn } from "./scenarios-in.ts";
