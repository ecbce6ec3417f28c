import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useTexts } from "../../texts/use-texts.ts";
import { PICTURE_TEXTS } from "./picture-texts.ts";
import { type PictureWish, usePicture } from "./use-picture.ts";

const WISHES: readonly PictureWish[] = ["copy", "savePng", "saveSvg"];

/** The button of the toolbar that copies or saves the picture of the flow. */
export function PictureMenu() {
  const t = useTexts(PICTURE_TEXTS);
  const give = usePicture();
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const leave = () => {
    setAt(null);
    button.current?.focus();
  };
  useEffect(() => {
    if (!at) return;
    items(menu.current)[0]?.focus();
    const outside = ({ target }: PointerEvent) => {
      const inside = [menu.current, button.current].some((element) => element?.contains(target as Node));
      if (!inside) setAt(null);
    };
    window.addEventListener("pointerdown", outside, true);
    return () => window.removeEventListener("pointerdown", outside, true);
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(menu.current);
    const now = all.indexOf(document.activeElement as HTMLElement);
    const to = {
      ArrowDown: (now + 1) % all.length,
      ArrowUp: (now - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    event.stopPropagation();
    if (to !== undefined) all[to]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") leave();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="fw-button"
        aria-label={t("picture")}
        title={t("picture")}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        aria-controls={at ? id : undefined}
        onClick={({ currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          setAt(
            at ? null : { x: Math.max(8, Math.min(box.left, window.innerWidth - 288)), y: box.bottom + 4 },
          );
        }}
      >
        <Icon name="picture" size={18} />
      </button>
      {at && (
        <div
          ref={menu}
          id={id}
          className="fw-menu fw-actions fw-picture-menu"
          style={{ left: at.x, top: at.y }}
          role="menu"
          tabIndex={-1}
          aria-label={t("picture")}
          onKeyDown={onKeyDown}
        >
          {WISHES.map((wish) => (
            <button
              key={wish}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                leave();
                void give(wish);
              }}
            >
              {t(wish)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
