import type { EventTurn, FlowrightClient, Page } from "@flowright/client";

type Of<K extends keyof FlowrightClient, M extends keyof FlowrightClient[K]> = Pick<FlowrightClient[K], M>;

/** What a scenario uses of the API, as one person: the client itself over HTTP, or the runtime's services. */
export interface ScenarioApi {
  readonly definitions: Of<"definitions", "publish">;
  readonly instances: Of<
    "instances",
    | "start"
    | "list"
    | "read"
    | "events"
    | "cancel"
    | "suspend"
    | "resume"
    | "modify"
    | "setVariables"
    | "migrate"
    | "beginStep"
    | "finishSteps"
    | "addStep"
    | "addItems"
    | "removeItem"
  >;
  readonly tasks: Of<
    "tasks",
    | "list"
    | "complete"
    | "approve"
    | "reject"
    | "claim"
    | "release"
    | "transfer"
    | "return"
    | "addApprover"
    | "removeApprover"
  >;
  readonly messages: Of<"messages", "send">;
  readonly signals: Of<"signals", "send">;
  readonly incidents: Of<"incidents", "resolve">;
}

/** Every turn of a case, over all pages. */
export async function allTurns(api: ScenarioApi, instance: string): Promise<EventTurn[]> {
  const turns: EventTurn[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page: Page<EventTurn> = await api.instances.events(instance, query);
    turns.push(...page.items);
    cursor = page.next;
  }
  return turns;
}
