/**
 * Flowright inside a Fastify server of your own, on your own PostgreSQL (15 or newer).
 *
 *     DATABASE_URL=postgresql://… FLOWRIGHT_TOKEN=a-long-random-token node server.ts
 */
import { createHash } from "node:crypto";
import { flowright } from "@flowright/fastify";
import { createRuntime, migrate } from "@flowright/runtime";
import Fastify from "fastify";

const { DATABASE_URL = "", FLOWRIGHT_TOKEN = "", SECRET = "change me", PORT = "4000" } = process.env;

// Flowright's tables live in a schema of their own and leave yours alone.
await migrate(DATABASE_URL, "flowright");
const runtime = await createRuntime({
  connectionString: DATABASE_URL,
  schema: "flowright",
  secretKey: createHash("sha256").update(SECRET).digest(),
  bootstrapToken: FLOWRIGHT_TOKEN,
});
if (!(await runtime.workspaces.find("shop"))) {
  await runtime.workspaces.create({ id: "shop", name: "Shop", sample: false, roles: [], people: [] });
}

// Work for systems can be done right here: a service task with job type "greet" runs this.
runtime.jobs.work("greet", async (job) => ({ ok: true, result: { text: `Hello, ${job.input.name}` } }));

const app = Fastify();
app.get("/", async () => ({ hello: "This is your own server" }));
await app.register(flowright, { runtime });
app.addHook("onClose", () => runtime.close());

await app.listen({ port: Number(PORT), host: "127.0.0.1" });
console.log(`http://127.0.0.1:${PORT}/api/openapi.json`);
