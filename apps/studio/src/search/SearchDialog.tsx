import { Modal } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { closeSearch, useSearchDialog } from "./search-dialog.ts";
import "./search.css";
import { SearchBox } from "./SearchBox.tsx";
import { useSearchTexts } from "./texts.ts";

/** One search (Ctrl or ⌘ K) for cases and tasks, by number, title or person, and for commands. */
export function SearchDialog() {
  const t = useSearchTexts();
  const opened = useSearchDialog((state) => state.opened);
  useHotkeys([["mod+K", () => useSearchDialog.setState((state) => ({ opened: !state.opened }))]], []);
  return (
    <Modal.Root opened={opened} onClose={closeSearch} centered={false} yOffset="12vh" size={600}>
      <Modal.Overlay />
      <Modal.Content aria-label={t("title")}>
        <Modal.Body p={0}>{opened && <SearchBox />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
