import { serveDesk } from "../../canvas/problem/desk/serve-desk.ts";
import { runKept } from "../model/kept-scenarios.ts";
import type { ScenarioQuestion } from "./scenario-question.ts";

/** Runs in a worker: runs one scenario after the other. */
serveDesk(({ definition, kept, decisions }: ScenarioQuestion) => runKept(definition, kept, decisions));
