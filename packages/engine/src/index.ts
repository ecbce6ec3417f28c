export type { Actor, Command, MessagePayload, SignalPayload } from "./contract/command.ts";
export type { CallStart, Candidates, Effect, JobCreate, TaskOpen } from "./contract/effect.ts";
export type { EngineEvent, EngineEventKind } from "./contract/event.ts";
export type { Json, JsonObject } from "./contract/json.ts";
export type { InstanceState, InstanceStatus } from "./contract/state.ts";
export type { StepContext, StepLimits, StepResult } from "./contract/step.ts";
export { checkMigration, type MigrationCheck } from "./migrate/check-migration.ts";
export type { MigrationPlan } from "./migrate/mapping.ts";
export { migrate } from "./migrate/migrate.ts";
export { programFor } from "./program/added-steps.ts";
export { compile } from "./program/compile.ts";
export type { Program } from "./program/program.ts";
export { eachOnce } from "./prove/each-once.ts";
export { playCounterExample } from "./prove/play/play-counter-example.ts";
export type { Played } from "./prove/play/played.ts";
export type {
  Proof,
  ProofFinding,
  ProofMarking,
  ProofMove,
  ProofRepair,
  ProveOptions,
} from "./prove/proof.ts";
export { prove } from "./prove/prove.ts";
export { fold } from "./state/fold.ts";
export {
  activeNodesOf,
  offersOf,
  standingOf,
  statusOf,
  variablesOf,
  type Wait,
  waitsOf,
} from "./state/read-state.ts";
export { step } from "./step.ts";
export { type Missed, missedStarts, nextStart } from "./time/next-start.ts";
export {
  checkReturn,
  type ReturnCheck,
  type ReturnTarget,
  returnTargets,
} from "./turn/return/check-return.ts";
