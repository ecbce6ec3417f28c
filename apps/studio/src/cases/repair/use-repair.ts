import { useMutation, useQueryClient } from "@tanstack/react-query";

/** Something that changes one case by hand; everything that shows the case is read anew. */
export function useRepair<Input>(
  caseId: string,
  change: (input: Input) => Promise<unknown>,
  onDone: (input: Input) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (_, input) => onDone(input),
    onSettled: () => {
      for (const queryKey of [["case", caseId], ["cases"], ["tasks"], ["incidents"], ["flow-numbers"]])
        void queries.invalidateQueries({ queryKey });
    },
  });
}
