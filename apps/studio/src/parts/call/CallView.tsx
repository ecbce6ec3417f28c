import type { CallRecord } from "@flowright/client";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusMark } from "../StatusMark.tsx";
import "./call.css";
import { readableBody } from "./call-record-of.ts";
import { useCallTexts } from "./texts.ts";

/** A call to a system and its answer, side by side where there is room. */
export function CallView({ record }: { record: CallRecord }) {
  const t = useCallTexts();
  const language = useLanguage();
  const { request, response, error, milliseconds } = record;
  const good = response !== null && response.status < 400 && error === null;
  return (
    <div className="call">
      <section aria-label={t("call")}>
        <h3>{t("call")}</h3>
        <p className="call-line">
          <strong>{request.method}</strong> {request.url}
        </p>
        <Headers headers={request.headers} />
        <Body body={request.body} />
      </section>
      <section aria-label={t("answer")}>
        <h3>{t("answer")}</h3>
        {response === null ? (
          <p className="call-line">{t("noAnswer")}</p>
        ) : (
          <p className="call-line">
            <StatusMark tone={good ? "done" : "incident"}>
              {t("took", { status: response.status, time: milliseconds })}
            </StatusMark>
          </p>
        )}
        {error !== null && response === null && <p className="call-line">{error.message[language]}</p>}
        {response !== null && (
          <>
            <Headers headers={response.headers} />
            <Body body={response.body} />
          </>
        )}
      </section>
    </div>
  );
}

function Headers({ headers }: { headers: { readonly [name: string]: string } }) {
  const t = useCallTexts();
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <details className="call-headers">
      <summary className="quiet">{t("headers", { count: entries.length })}</summary>
      <dl>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Body({ body }: { body: string | null }) {
  const t = useCallTexts();
  if (body === null || body === "") return <p className="call-line quiet">{t("empty")}</p>;
  return <pre className="call-body">{readableBody(body)}</pre>;
}
