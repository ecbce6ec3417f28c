import type { ServiceTask } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { DurationProperty } from "../property/DurationProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { SERVICE_TEXTS } from "./service-texts.ts";

type Retry = NonNullable<ServiceTask["retry"]>;

const USUAL_ATTEMPTS = 3;

/** How often a failing call is tried again, after which waits, and how long one attempt may take. */
export function RetryGroup({ node }: { node: ServiceTask }) {
  const t = useTexts(SERVICE_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const patch = useNodePatch(node.id);
  const readOnly = useDesigner((state) => state.readOnly);
  const waits = node.retry?.backoff ?? [];
  const write = (attempts: number, backoff: readonly string[], typing?: string) => {
    const retry: Retry = { attempts, ...(backoff.length === 0 ? {} : { backoff: [...backoff] }) };
    patch({ retry }, typing);
  };
  const attempts = node.retry?.attempts ?? USUAL_ATTEMPTS;
  return (
    <PropertyGroup title={t("retry")} at={["/retry", "/timeout"]} closed>
      <NumberProperty
        label={t("attempts")}
        at="/retry/attempts"
        value={node.retry?.attempts}
        onChange={(next) =>
          next === undefined ? patch({ retry: undefined }, "attempts") : write(next, waits, "attempts")
        }
      />
      <fieldset className="fw-panel-list" aria-label={t("backoff")}>
        <span className="fw-form-label">{t("backoff")}</span>
        {waits.map((wait, index) => {
          const name = t("wait", { n: index + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: waits have no identity of their own.
            <span key={index} className="fw-panel-card-head">
              <DurationProperty
                label={name}
                hideLabel
                at={`/retry/backoff/${index}`}
                value={wait}
                onChange={(next, typing) =>
                  write(
                    attempts,
                    waits.map((each, at) => (at === index ? (next ?? "PT1S") : each)),
                    typing && `backoff-${index}`,
                  )
                }
              />
              <button
                type="button"
                className="fw-form-icon"
                disabled={readOnly}
                aria-label={p("removeOf", { name })}
                onClick={() =>
                  write(
                    attempts,
                    waits.filter((_, at) => at !== index),
                  )
                }
              >
                ×
              </button>
            </span>
          );
        })}
        <button
          type="button"
          className="fw-form-button"
          disabled={readOnly}
          onClick={() => write(attempts, [...waits, waits.at(-1) ?? "PT5S"])}
        >
          + {t("addWait")}
        </button>
      </fieldset>
      <DurationProperty
        label={t("timeout")}
        at="/timeout"
        value={node.timeout}
        onChange={(timeout, typing) => patch({ timeout }, typing)}
      />
    </PropertyGroup>
  );
}
