import { ApiError, type Draft } from "@flowright/client";
import { api } from "../../session/api.ts";

/** The draft of a flow, null where there is none. */
export async function readDraft(flow: string): Promise<Draft | null> {
  try {
    return await api().drafts.read(flow);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
