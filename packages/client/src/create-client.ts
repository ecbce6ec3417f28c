import { batchesOf } from "./groups/batches.ts";
import { definitionsOf } from "./groups/definitions.ts";
import { draftsOf } from "./groups/drafts.ts";
import { filesOf } from "./groups/files.ts";
import { flowCommentsOf } from "./groups/flow-comments.ts";
import { instancesOf } from "./groups/instances.ts";
import { peopleOf } from "./groups/people.ts";
import { retentionOf } from "./groups/retention.ts";
import { sessionsOf } from "./groups/sessions.ts";
import { serverOf, systemsOf } from "./groups/systems.ts";
import { tasksOf } from "./groups/tasks.ts";
import { templatesOf } from "./groups/templates.ts";
import { decisionsOf, incidentsOf, jobsOf, messagesOf, signalsOf } from "./groups/work.ts";
import { type ClientOptions, createTransport } from "./transport.ts";

/** The API, grouped like the runtime's services. Methods reject with `ApiError`. */
export type FlowrightClient = ReturnType<typeof createClient>;

/**
 * A client of one server, for browsers and for Node.
 *
 * @example
 * const client = createClient({ baseUrl: "https://flowright.example", token });
 * const started = await client.instances.start({ definitionId: "returns" }, { idempotencyKey: order });
 */
export function createClient(options: ClientOptions) {
  const transport = createTransport(options);
  return {
    definitions: definitionsOf(transport),
    drafts: draftsOf(transport),
    flowComments: flowCommentsOf(transport),
    instances: instancesOf(transport),
    tasks: tasksOf(transport),
    messages: messagesOf(transport),
    signals: signalsOf(transport),
    decisions: decisionsOf(transport),
    jobs: jobsOf(transport),
    incidents: incidentsOf(transport),
    batches: batchesOf(transport),
    files: filesOf(transport, options.fetch),
    people: peopleOf(transport),
    sessions: sessionsOf(transport),
    server: serverOf(transport),
    retention: retentionOf(transport),
    systems: systemsOf(transport),
    templates: templatesOf(transport),
  };
}
