import {
  localStorageColorSchemeManager,
  MantineProvider,
  Modal,
  mergeThemeOverrides,
  Notification,
  PasswordInput,
  Portal,
} from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { usePartTexts } from "../parts/texts.ts";
import { cssVariables, theme } from "./theme.ts";

const schemes = localStorageColorSchemeManager({ key: "flowright.color-scheme" });

/** Where menus, dialogs and notices stand: outside every page, yet in a landmark, or a screen reader would miss them. */
const OVER_THE_PAGE = "over-the-page";

/** The theme, with names in the reader's language for the buttons that the kit draws as signs only. */
export function StudioProvider({ children }: { children: ReactNode }) {
  const t = usePartTexts();
  const spoken = useMemo(() => {
    const closeButtonProps = { "aria-label": t("close") };
    return mergeThemeOverrides(theme, {
      components: {
        Modal: Modal.extend({
          defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps },
        }),
        Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
        Portal: Portal.extend({ defaultProps: { target: `#${OVER_THE_PAGE}` } }),
        PasswordInput: PasswordInput.extend({
          defaultProps: { visibilityToggleButtonProps: { "aria-label": t("showPassword") } },
        }),
      },
    });
  }, [t]);
  return (
    <MantineProvider
      theme={spoken}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {children}
      <section id={OVER_THE_PAGE} aria-label={t("overThePage")} />
    </MantineProvider>
  );
}
