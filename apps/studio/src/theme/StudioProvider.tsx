import {
  localStorageColorSchemeManager,
  MantineProvider,
  Modal,
  mergeThemeOverrides,
  Notification,
  PasswordInput,
} from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { usePartTexts } from "../parts/texts.ts";
import { cssVariables, theme } from "./theme.ts";

const schemes = localStorageColorSchemeManager({ key: "flowright.color-scheme" });

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
    </MantineProvider>
  );
}
