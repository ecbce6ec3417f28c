import { useEffect, useState } from "react";
import type { Notice } from "../../model/designer-store.ts";
import { useDesigner } from "../../store-context.ts";

/** How long a notice stays, in milliseconds; reading a refusal takes longer. */
const STAYS = { info: 3_500, refusal: 6_000 };

/** The last notice, shown for a moment and read aloud. */
export function Notices() {
  const notice = useDesigner((state) => state.notice);
  const language = useDesigner((state) => state.language);
  const [shown, setShown] = useState<Notice | null>(null);
  useEffect(() => {
    if (!notice) return;
    setShown(notice);
    const timer = setTimeout(() => setShown(null), STAYS[notice.tone]);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="fw-notices" aria-live="polite" role="status">
      {shown && (
        <div key={shown.serial} className="fw-notice" data-tone={shown.tone}>
          {shown.text[language]}
        </div>
      )}
    </div>
  );
}
