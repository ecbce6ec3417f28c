import { scenarioTests } from "@flowright/example-scenario-hosts";
import { describe } from "vitest";
import { shopSystem } from "../shop/system.ts";
import { scenarios } from "./scenario/scenario-files.ts";

describe("the paths of return handling, through the runtime: the same events as on the engine", () => {
  scenarioTests(scenarios, "runtime", { systems: [shopSystem("http://127.0.0.1:9")] });
});
