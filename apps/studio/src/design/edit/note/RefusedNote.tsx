import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";

/** Why the server refused to save, above the drawing. */
export function RefusedNote({ error }: { error: unknown }) {
  if (error === null) return null;
  return (
    <div className="edit-refused">
      <ProblemAlert error={error} />
    </div>
  );
}
