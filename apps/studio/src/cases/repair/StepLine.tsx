import { useRepairTexts } from "./texts.ts";

/** Steps of one sort in a preview, by name; without any nothing is said unless asked. */
export function StepLine({
  label,
  steps,
  always,
}: {
  label: string;
  steps: readonly string[];
  always?: true;
}) {
  const t = useRepairTexts();
  if (steps.length === 0 && always !== true) return null;
  return (
    <div className="repair-line">
      <dt className="quiet">{label}</dt>
      <dd>
        {steps.length === 0 ? (
          <span className="quiet">{t("nothing")}</span>
        ) : (
          <ul>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
