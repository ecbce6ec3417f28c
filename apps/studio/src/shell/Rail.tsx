import { Link, useLocation } from "@tanstack/react-router";
import { useSession } from "../session/session-query.ts";
import { placeOf, placesFor } from "./places.ts";
import { useShellTexts } from "./texts.ts";

/** The places: a rail on a desk, a bar at the bottom of a phone. */
export function Rail({ openTasks }: { openTasks: number }) {
  const t = useShellTexts();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const here = placeOf(pathname)?.id;
  return (
    <nav className="rail" aria-label={t("places")}>
      <img className="rail-mark" src="/favicon.svg" alt="Flowright" width={32} height={32} />
      {placesFor(permissions).map(({ id, to, icon: Icon }) => (
        <Link
          key={id}
          to={to}
          className="rail-place"
          data-here={id === here ? true : undefined}
          aria-current={id === here ? "page" : undefined}
        >
          <span className="rail-icon">
            <Icon size={22} stroke={1.7} aria-hidden="true" />
            {id === "work" && openTasks > 0 && (
              <span
                className="rail-count number"
                role="img"
                aria-label={t("openTasks", { count: openTasks })}
              >
                {openTasks > 99 ? "99+" : openTasks}
              </span>
            )}
          </span>
          <span className="rail-label">{t(id)}</span>
        </Link>
      ))}
    </nav>
  );
}
