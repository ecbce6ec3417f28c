import type { JsonObject } from "./json.ts";

/** One thing that a token does next. Plain JSON, because a token that failed at it keeps it for the retry. */
export type Move =
  /** The node begins to wait, or does its work; `payload`: what began an event sub-process. */
  | { readonly do: "open"; readonly payload?: JsonObject | undefined }
  /** Only the job, task or child of a node whose boundary events are open already. */
  | {
      readonly do: "body";
      /** The job that failed: with the same input it is that job again, so that a system can tell a repetition. */
      readonly job?: number | undefined;
      readonly input?: string | undefined;
    }
  /** The node's work is done; `payload` is what its output mappings read, absent where there is nothing to map. */
  | {
      readonly do: "complete";
      readonly outcome?: string | undefined;
      readonly payload?: JsonObject | undefined;
    }
  /** Leaves by an event of the node's machine. */
  | { readonly do: "leave"; readonly event: string; readonly outcome?: string | undefined }
  | { readonly do: "fork"; readonly edges: readonly string[] }
  | { readonly do: "arrive"; readonly edge: string }
  /** `undone`: what the end asks to be undone has been undone. */
  | { readonly do: "finish"; readonly undone?: true | undefined }
  /** The token that told of a join which never fills goes; at rest it is told again if nothing has changed. */
  | { readonly do: "withdraw" }
  /** Goes on with what is to be undone on its behalf. */
  | { readonly do: "undo" }
  /** Instances of an activity that is done several times begin, as many as there is room for. */
  | { readonly do: "instances" };
