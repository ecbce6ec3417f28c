import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { openLive } from "../live/live-connection.ts";
import { OfflineBanner } from "../live/OfflineBanner.tsx";
import { TaskFeed } from "../live/TaskFeed.tsx";
import { SearchDialog } from "../search/SearchDialog.tsx";
import { useSession } from "../session/session-query.ts";
import { NoPermission } from "./NoPermission.tsx";
import { placeOf, placesFor } from "./places.ts";
import { Rail } from "./Rail.tsx";
import "./shell.css";
import { endSession } from "./end-session.ts";
import { TopBar } from "./TopBar.tsx";
import { useShellTexts } from "./texts.ts";
import { useOpenTasks } from "./use-open-tasks.ts";
import { tabTitle, usePageTitle } from "./where-i-am.ts";

/** The frame of every page: places, where I am, search, me; and the one live connection. */
export function Shell() {
  const t = useShellTexts();
  const { person, workspace, permissions } = useSession();
  const { pathname } = useLocation();
  const router = useRouter();
  const queries = useQueryClient();
  const openTasks = useOpenTasks();
  const title = usePageTitle();
  const place = placeOf(pathname);
  const mayEnter = place === undefined || placesFor(permissions).includes(place);

  useEffect(() => {
    if (person.user === "" || workspace.id === "") return;
    return openLive(() => endSession(queries, router));
  }, [person.user, workspace.id, queries, router]);

  useEffect(() => {
    document.title = tabTitle(title, openTasks);
  }, [title, openTasks]);

  return (
    <div className="shell">
      <a className="shell-skip" href="#page">
        {t("skip")}
      </a>
      <Rail openTasks={openTasks} />
      <div className="shell-body">
        <TopBar />
        <OfflineBanner />
        <main id="page" className="shell-page" tabIndex={-1}>
          {mayEnter ? <Outlet /> : <NoPermission />}
        </main>
      </div>
      {permissions.includes("task.work") && <TaskFeed />}
      <SearchDialog />
    </div>
  );
}
