import type { RetentionRule } from "@flowright/client";
import { ActionIcon, Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { DueWords } from "./DueWords.tsx";
import { useRetentionTexts } from "./texts.ts";
import { useFlowName } from "./use-flow-name.ts";

interface RuleItemProps {
  readonly rule: RetentionRule;
  onChange(): void;
  /** Absent: the rule of the workspace, which is only changed. */
  onRemove?: (() => void) | undefined;
}

/** A rule: of what, how long, whether exported, and what is due by it. */
export function RuleItem({ rule, onChange, onRemove }: RuleItemProps) {
  const t = useRetentionTexts();
  const nameOf = useFlowName();
  const name = rule.flow === null ? t("allFlows") : nameOf(rule.flow);
  return (
    <li className="admin-item retention-rule">
      <div className="admin-item-main">
        <span className="admin-item-name">{name}</span>
        <p className="admin-item-about quiet">
          <span>{rule.days === null ? t("keptForever") : t("keptDays", { count: rule.days })}</span>
          {rule.days !== null && <span>{rule.export ? t("exported") : t("notExported")}</span>}
          {rule.days !== null && (
            <span>
              <DueWords due={rule.due} />
            </span>
          )}
        </p>
      </div>
      <Button variant="default" size="compact-sm" aria-label={t("changeOf", { name })} onClick={onChange}>
        {t("change")}
      </Button>
      {onRemove !== undefined && (
        <ActionIcon aria-label={t("removeOf", { name })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}
