import { serveDesk } from "../desk/serve-desk.ts";
import { checkHere } from "./check-here.ts";

/** Runs in a worker: schema and rules. */
serveDesk(checkHere);
