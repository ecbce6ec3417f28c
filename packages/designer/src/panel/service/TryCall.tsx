import { type ServiceTask, textOf } from "@flowright/definition";
import { useState } from "react";
import type { CallTrial, OperationChoice } from "../../model/designer-options.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { CallView } from "./CallView.tsx";
import { SERVICE_TEXTS } from "./service-texts.ts";

/** Calls the operation once with made-up values and shows call and answer, before anything is published. */
export function TryCall({ node, operation }: { node: ServiceTask; operation: OperationChoice }) {
  const t = useTexts(SERVICE_TEXTS);
  const language = useDesigner((state) => state.language);
  const onTryCall = useDesigner((state) => state.onTryCall);
  const [values, setValues] = useState<{ readonly [name: string]: string }>({});
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [trial, setTrial] = useState<CallTrial | null>(null);
  const send = async () => {
    if (!onTryCall || !node.call) return;
    setBusy(true);
    setFailed(false);
    const input = Object.fromEntries(
      operation.parameters
        .filter(({ name }) => (values[name] ?? "") !== "")
        .map(({ name, type }) => [name, typedValue(values[name] ?? "", type)]),
    );
    try {
      setTrial(await onTryCall(node.call.system, node.call.operation, input));
    } catch {
      setTrial(null);
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <PropertyGroup title={t("tryIt")} at={[]} closed>
      <span className="fw-form-help">{t("tryHelp")}</span>
      {operation.parameters.map(({ name, title, required }) => {
        const id = `fw-try-${node.id}-${name}`;
        return (
          <div key={name} className="fw-form-field">
            <label className="fw-form-label" htmlFor={id}>
              {t("tryValue", { name: textOf(title, language) || name })}
              {required ? " *" : ""}
            </label>
            <input
              id={id}
              className="fw-form-control"
              value={values[name] ?? ""}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              autoComplete="off"
            />
          </div>
        );
      })}
      <button type="button" className="fw-form-button fw-builder-primary" disabled={busy} onClick={send}>
        {t(busy ? "sending" : "send")}
      </button>
      <div aria-live="polite">
        {failed && <span className="fw-form-error">{t("tryFailed")}</span>}
        {trial && <CallView trial={trial} />}
      </div>
    </PropertyGroup>
  );
}

/** What was typed as the JSON value that the parameter takes; where it is none, the text itself is sent. */
function typedValue(text: string, type: string | undefined): unknown {
  if (type === undefined || type === "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
