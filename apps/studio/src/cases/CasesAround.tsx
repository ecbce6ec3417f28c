import type { CalledCase, Instance } from "@flowright/client";
import { Link } from "@tanstack/react-router";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { InstanceStatusMark } from "../parts/InstanceStatusMark.tsx";
import { useCaseTexts } from "./texts.ts";

/** The case that called this one, and those that its steps have called. */
export function CasesAround({ instance }: { instance: Instance }) {
  const t = useCaseTexts();
  if (instance.calledBy === null && instance.calls.length === 0) return null;
  return (
    <section className="card case-card">
      <h2>{t("around")}</h2>
      <ul className="standing">
        {instance.calledBy !== null && <Around called={instance.calledBy} how={t("calledBy")} />}
        {instance.calls.map((called) => (
          <Around key={called.instanceId} called={called} how={t("calls")} />
        ))}
      </ul>
    </section>
  );
}

function Around({ called, how }: { called: CalledCase; how: string }) {
  const language = useLanguage();
  return (
    <li>
      <span>
        <span className="quiet">{how}</span>{" "}
        <Link to="/cases/$caseId" params={{ caseId: called.instanceId }} className="number">
          {called.number}
        </Link>{" "}
        {textOf(called.definitionName, language)}
      </span>
      <InstanceStatusMark status={called.status} incidents={0} />
    </li>
  );
}
