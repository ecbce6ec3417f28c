import { Button, Skeleton } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { AdminFrame } from "../AdminFrame.tsx";
import { useAdminTexts } from "../texts.ts";
import { SystemEditor } from "./SystemEditor.tsx";
import "./systems.css";
import { useSystemsTexts } from "./texts.ts";
import { useSystems } from "./use-systems.ts";

const route = getRouteApi("/places/admin/systems/$systemId");

/** A system that is added. */
export function NewSystemPage() {
  useWhereIAm(useAdminTexts()("title"));
  const systems = useSystems();
  return (
    <AdminFrame needs="system.write">
      <BackLink />
      {systems.isPending ? (
        <Skeleton h={320} />
      ) : (
        <SystemEditor system={null} taken={(systems.data ?? []).map(({ id }) => id)} />
      )}
    </AdminFrame>
  );
}

/** One system: its address, secret and operations. */
export function SystemPage() {
  useWhereIAm(useAdminTexts()("title"));
  const { systemId } = route.useParams();
  return (
    <AdminFrame needs="system.write">
      <BackLink />
      <OneSystem key={systemId} id={systemId} />
    </AdminFrame>
  );
}

function OneSystem({ id }: { id: string }) {
  const t = useSystemsTexts();
  const systems = useSystems();
  if (systems.isPending) return <Skeleton h={320} />;
  if (systems.isError) return <LoadFailure error={systems.error} onRetry={() => void systems.refetch()} />;
  const system = systems.data.find((one) => one.id === id);
  if (system === undefined) {
    return (
      <Nothing
        icon={<IconPlugConnected size={28} />}
        title={t("notThere")}
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/admin/systems" {...props} />}>
            {t("back")}
          </Button>
        }
      />
    );
  }
  return <SystemEditor system={system} taken={systems.data.map((one) => one.id)} />;
}

function BackLink() {
  const t = useSystemsTexts();
  return (
    <Link to="/admin/systems" className="system-back">
      {t("back")}
    </Link>
  );
}
