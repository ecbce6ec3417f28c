import { createSixStepFlow } from "../durable-steps/six-step-flow.ts";
import { runClosed, serveLane } from "./serve-lane.ts";

/**
 * The product, through the runtime's API, callers in the same process:
 * `flowright-lane.ts <PostgreSQL> <database> <finished cases> <waiting cases> [callers]`.
 */
const [server = "", database = "", finished = "0", waiting = "0", callers = "256"] = process.argv.slice(2);

await serveLane(async () => {
  const flow = await createSixStepFlow(server, database, {
    finished: Number(finished),
    waiting: Number(waiting),
  });
  return {
    run: (seconds) => runClosed(seconds, Number(callers), (onStep) => flow.carry(onStep)),
    check: flow.check,
    close: flow.close,
  };
});
