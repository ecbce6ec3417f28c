import type { CallTrial } from "../../model/designer-options.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { SERVICE_TEXTS } from "./service-texts.ts";

/** A call as it was sent, and the answer as it came. */
export function CallView({ trial }: { trial: CallTrial }) {
  const t = useTexts(SERVICE_TEXTS);
  const language = useDesigner((state) => state.language);
  const { request, response, error, milliseconds } = trial;
  return (
    <dl className="fw-panel-call">
      <dt>{t("call")}</dt>
      <dd>
        <code>
          {request.method} {request.url}
        </code>
        {request.body && <pre>{pretty(request.body)}</pre>}
      </dd>
      <dt>
        {t("answer")} · {t("took", { ms: milliseconds })}
      </dt>
      <dd>
        {response ? (
          <code data-good={response.status < 400 || undefined}>{response.status}</code>
        ) : (
          t("noAnswer")
        )}
        {response?.body && <pre>{pretty(response.body)}</pre>}
        {error && <p className="fw-form-error">{error.message[language]}</p>}
      </dd>
    </dl>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
