import { create } from "zustand";

/** Whether the search is open; the top bar and Ctrl or ⌘ K open it. */
export const useSearchDialog = create<{ opened: boolean }>(() => ({ opened: false }));

export function openSearch(): void {
  useSearchDialog.setState({ opened: true });
}

export function closeSearch(): void {
  useSearchDialog.setState({ opened: false });
}
