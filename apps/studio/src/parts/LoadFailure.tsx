import { ApiError } from "@flowright/client";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconLock, IconMapOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Nothing } from "./Nothing.tsx";
import { ProblemAlert } from "./ProblemAlert.tsx";
import { usePartTexts } from "./texts.ts";
import "./parts.css";

/** Why a page or pane could not be read: no permission, not there, or an error that can be tried again. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = usePartTexts();
  const status = error instanceof ApiError ? error.status : null;
  const toWork = (
    <Button variant="default" component={Link} to="/work">
      {t("toWork")}
    </Button>
  );
  if (status === 403) {
    return (
      <Nothing icon={<IconLock size={28} />} title={t("noPermission")} action={toWork}>
        {t("noPermissionFix")}
      </Nothing>
    );
  }
  if (status === 404)
    return <Nothing icon={<IconMapOff size={28} />} title={t("notFound")} action={toWork} />;
  if (status === null) {
    return (
      <Nothing
        icon={<IconAlertTriangle size={28} />}
        title={t("wrong")}
        action={
          onRetry !== undefined && (
            <Button variant="default" onClick={onRetry}>
              {t("retry")}
            </Button>
          )
        }
      >
        {t("wrongFix")}
      </Nothing>
    );
  }
  return (
    <div className="load-failure">
      <ProblemAlert error={error} onRetry={onRetry} />
    </div>
  );
}
