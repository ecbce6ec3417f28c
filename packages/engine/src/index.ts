export type { Actor, Command, MessagePayload } from "./contract/command.ts";
export type { Candidates, Effect, JobCreate, TaskOpen } from "./contract/effect.ts";
export type { EngineEvent, EngineEventKind } from "./contract/event.ts";
export type { Json, JsonObject } from "./contract/json.ts";
export type { InstanceState, InstanceStatus } from "./contract/state.ts";
export type { StepContext, StepLimits, StepResult } from "./contract/step.ts";
