import type { BatchChoice, BatchOperation } from "@flowright/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { attemptKey } from "../../../parts/attempt-key.ts";
import { api } from "../../../session/api.ts";

/** Has something done to many cases, once however often it is sent, and goes where one can watch it. */
export function useOrder(choice: BatchChoice) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [attempt] = useState(attemptKey);
  return useMutation({
    mutationFn: (operation: BatchOperation) =>
      api().batches.create(
        { operation, ...choice },
        // The same order again is the first one; another one has a key of its own.
        { idempotencyKey: `${attempt}.${hash(JSON.stringify(operation))}` },
      ),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: ["batches"] });
      await navigate({ to: "/monitor/batches/$batchId", params: { batchId: id } });
    },
  });
}

/** A short text that differs where the text differs, near enough for two orders of one dialog. */
function hash(text: string): string {
  let sum = 0;
  for (const sign of text) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  return (sum >>> 0).toString(36);
}
