import { randomBytes } from "node:crypto";
import { flowright } from "@flowright/fastify";
import { createRuntime, migrate } from "@flowright/runtime";
import Fastify from "fastify";
import { freshDatabase } from "../durable-steps/fresh-database.ts";
import { sixSteps } from "../durable-steps/six-step-flow.ts";

/** The server of the benchmark, a process of its own: `serve.ts <PostgreSQL> <database> <password>`. */
const [server = "", database = "", password = ""] = process.argv.slice(2);
const connectionString = await freshDatabase(server, database);
await migrate(connectionString);
const runtime = await createRuntime({ connectionString, secretKey: randomBytes(32) });
await runtime.workspaces.create({
  id: "bench",
  name: "Bench",
  sample: false,
  roles: [],
  people: [{ user: "alice", name: "Alice", title: "", roles: ["admin", "operator"], password }],
});
const publisher = {
  tenant: "bench",
  user: "alice",
  roles: ["admin"],
  permissions: new Set(["definition.publish" as const, "definition.write" as const]),
};
const published = await runtime.definitions.publish(publisher, { definition: sixSteps() });
if (!published.ok) throw new Error(published.refusal.problem.message.en);
const app = Fastify();
await app.register(flowright, { runtime, requestsPerMinute: 100_000_000 });
const address = await app.listen({ host: "127.0.0.1", port: 0 });
process.send?.({ address });
process.on("message", async () => {
  await app.close();
  await runtime.close();
  process.exit(0);
});
