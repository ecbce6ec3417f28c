import type { MessageService } from "../contract/runtime.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { sendMessage, sendSignal } from "./send-message.ts";

export function createMessageService(parts: TurnParts): MessageService {
  return {
    send: (caller, body, once) => sendMessage(parts, caller, body, once),
    signal: (caller, body, once) => sendSignal(parts, caller, body, once),
  };
}
