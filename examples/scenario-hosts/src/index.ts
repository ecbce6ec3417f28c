/** Tests of flows by their scenarios, on every host. */

export { scenarioTests } from "./scenario-tests.ts";
export { scenariosIn } from "./scenarios-in.ts";
