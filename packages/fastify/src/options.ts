import type { CallRecord, TryCall } from "@flowright/client";
import type { Caller, Runtime } from "@flowright/runtime";

export interface FlowrightOptions {
  readonly runtime: Runtime;
  /** Sample people may be entered without a password, by browsers on this machine alone. Default false. */
  readonly oneClickEntry?: boolean | undefined;
  /** Cookies over https only. Default: where the request came by https. */
  readonly secureCookies?: boolean | undefined;
  /** Calls a system once for "Try it"; without it that answers 503. */
  readonly tryCall?: ((caller: Caller, system: string, body: TryCall) => Promise<CallRecord>) | undefined;
  /** Origins of other pages that may write with the session cookie, e.g. `https://shop.example`. */
  readonly origins?: readonly string[] | undefined;
  /**
   * Who may read `/metrics`: whoever sends this as a bearer token. Absent: programs on this machine alone, and never
   * through a proxy.
   */
  readonly metricsToken?: string | undefined;
  /** Requests per address and minute, default 20,000; sign-in has a limit of its own. */
  readonly requestsPerMinute?: number | undefined;
}
