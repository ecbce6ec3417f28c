const KEY = "flowright.tab-session";

/**
 * "Work as Wang" in a tab of its own: cookies belong to the whole browser, so such a session's secret is kept
 * with the tab and sent as bearer token. The server takes it for sample people on the loopback address only.
 */
export function tabSecret(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepTabSecret(secret: string): void {
  try {
    sessionStorage.setItem(KEY, secret);
  } catch {
    // Without storage the tab falls back to the browser's session on reload.
  }
}

export function forgetTabSecret(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
