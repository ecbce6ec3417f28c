import { useEffect } from "react";
import { create } from "zustand";

const useTitle = create<{ title: string }>(() => ({ title: "" }));

/** A page says where the person is: in the top bar and in the tab. */
export function useWhereIAm(title: string): void {
  useEffect(() => {
    useTitle.setState({ title });
  }, [title]);
}

export function usePageTitle(): string {
  return useTitle(({ title }) => title);
}

/** Title of the tab, with the number of open tasks first so that it shows in a narrow tab. */
export function tabTitle(page: string, openTasks: number): string {
  const name = page === "" ? "Flowright" : `${page} · Flowright`;
  return openTasks > 0 ? `(${openTasks > 99 ? "99+" : openTasks}) ${name}` : name;
}
