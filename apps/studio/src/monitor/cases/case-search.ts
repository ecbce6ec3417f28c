import type { InstanceStatus, ListInstances } from "@flowright/client";

/** The filters of the list of cases, as they stand in the address. */
export interface CaseSearch {
  flow?: string;
  version?: number;
  status?: InstanceStatus;
  step?: string;
  overdue?: true;
  incident?: true;
  mine?: true;
  q?: string;
}

export const CASE_STATUSES: readonly InstanceStatus[] = [
  "active",
  "suspended",
  "completed",
  "terminated",
  "cancelled",
];

/** Reads the filters from an address; what makes no sense is left out. */
export function readCaseSearch(search: Record<string, unknown>): CaseSearch {
  const { flow, version, status, step, overdue, incident, mine, q } = search;
  const words = q === undefined ? "" : String(q).slice(0, 200);
  return {
    ...(flow === undefined ? {} : { flow: String(flow) }),
    ...(flow !== undefined && Number.isInteger(version) && Number(version) > 0
      ? { version: Number(version) }
      : {}),
    ...(isStatus(status) ? { status } : {}),
    ...(flow !== undefined && step !== undefined ? { step: String(step) } : {}),
    ...(overdue === true ? { overdue } : {}),
    ...(incident === true ? { incident } : {}),
    ...(mine === true ? { mine } : {}),
    ...(words === "" ? {} : { q: words }),
  };
}

/** The same as the question to the server. */
export function caseQueryOf(search: CaseSearch): ListInstances {
  const { flow, version, status, step, overdue, incident, mine, q } = search;
  return {
    ...(flow === undefined ? {} : { definitionId: flow }),
    ...(version === undefined ? {} : { version }),
    ...(status === undefined ? {} : { status }),
    ...(step === undefined ? {} : { node: step }),
    ...(overdue === true ? { overdue } : {}),
    ...(incident === true ? { incident } : {}),
    ...(mine === true ? { startedByMe: true } : {}),
    ...(q === undefined ? {} : { search: q }),
  };
}

function isStatus(value: unknown): value is InstanceStatus {
  return CASE_STATUSES.some((status) => status === value);
}
