/** The number of problems of a step; its words are part of the step's accessible name. */
export function ProblemBadge({ errors, warnings }: { readonly errors: number; readonly warnings: number }) {
  if (errors + warnings === 0) return null;
  return (
    <span className="fw-badge" data-severity={errors > 0 ? "error" : "warning"} aria-hidden="true">
      {errors > 0 ? errors : warnings}
    </span>
  );
}
