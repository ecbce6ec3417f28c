import { Kbd, Modal } from "@mantine/core";
import { useWorkTexts } from "../texts.ts";
import "./key-sheet.css";

const KEYS = [
  ["J", "keyNext"],
  ["K", "keyPrevious"],
  ["Enter", "keyOpen"],
  ["A", "keyApprove"],
  ["R", "keyReject"],
  ["C", "keyComplete"],
  ["Esc", "keyBack"],
  ["Ctrl K", "keySearch"],
  ["?", "keySheet"],
] as const;

/** All keys of the inbox. */
export function KeySheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWorkTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={t("keys")}>
      <dl className="key-sheet">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
