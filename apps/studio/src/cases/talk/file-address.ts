import { create } from "zustand";
import { api } from "../../session/api.ts";
import { tabSecret } from "../../session/tab-session.ts";

const useFetched = create<{ [id: string]: string }>(() => ({}));
const asked = new Set<string>();

/**
 * Where a file's content can be read by a link or an image. A cookie opens the plain address; in a tab with a
 * session of its own the content is fetched first and shown from memory.
 */
export function useFileAddress(): (id: string) => string {
  const fetched = useFetched();
  if (tabSecret() === null) return (id) => api().files.url(id);
  return (id) => {
    if (fetched[id] === undefined) void load(id);
    return fetched[id] ?? "";
  };
}

async function load(id: string): Promise<void> {
  if (asked.has(id)) return;
  asked.add(id);
  const response = await fetch(api().files.url(id), { headers: { authorization: `Bearer ${tabSecret()}` } });
  if (!response.ok) return void asked.delete(id);
  useFetched.setState({ [id]: URL.createObjectURL(await response.blob()) });
}
