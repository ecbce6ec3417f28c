import type { ApiToken } from "@flowright/client";
import { Button } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { AdminFrame } from "../AdminFrame.tsx";
import { AdminList } from "../AdminList.tsx";
import { useAdminTexts } from "../texts.ts";
import { CreateTokenDialog } from "./CreateTokenDialog.tsx";
import { RemoveTokenDialog } from "./RemoveTokenDialog.tsx";
import { TokenItem } from "./TokenItem.tsx";
import { useTokensTexts } from "./texts.ts";

/** Keys of programs. */
export function TokensPage() {
  const admin = useAdminTexts();
  useWhereIAm(admin("title"));
  return (
    <AdminFrame needs="people.write">
      <Tokens />
    </AdminFrame>
  );
}

function Tokens() {
  const t = useTokensTexts();
  const tokens = useQuery({
    queryKey: ["tokens"],
    queryFn: ({ signal }) => api().people.tokens({ signal }),
  });
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<ApiToken | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <>
      <AdminList
        query={tokens}
        title={t("title")}
        lead={t("lead")}
        action={add}
        empty={
          <Nothing icon={<IconKey size={28} />} title={t("empty")} action={add}>
            {t("emptyFix")}
          </Nothing>
        }
      >
        {(items) => (
          <ul className="card admin-list" aria-label={t("list")}>
            {items.map((token) => (
              <TokenItem key={token.id} token={token} onRemove={() => setRemoved(token)} />
            ))}
          </ul>
        )}
      </AdminList>
      {adding && <CreateTokenDialog onClose={() => setAdding(false)} />}
      {removed !== null && <RemoveTokenDialog token={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}
