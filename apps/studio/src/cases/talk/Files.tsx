import type { FileInfo } from "@flowright/client";
import { Button, Group, Text } from "@mantine/core";
import { IconCamera, IconFile, IconPaperclip, IconPhoto } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { Moment } from "../../time/Moment.tsx";
import { useCaseTexts } from "../texts.ts";
import { useFileAddress } from "./file-address.ts";
import { sizeWords } from "./size-words.ts";
import "./talk.css";

interface FilesProps {
  readonly caseId: string;
  readonly files: readonly FileInfo[];
  readonly mayAdd: boolean;
}

/** The files of a case; new ones from the disk or straight from the camera. */
export function Files({ caseId, files, mayAdd }: FilesProps) {
  const t = useCaseTexts();
  const person = usePersonName();
  const address = useFileAddress();
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      for (const file of chosen) await api().files.upload(file, { instanceId: caseId });
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["case", caseId] });
      void queries.invalidateQueries({ queryKey: ["task"] });
    },
  });
  const choose = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = "";
    if (chosen.length > 0) upload.mutate(chosen);
  };

  return (
    <div className="files">
      {files.length === 0 && <Text className="quiet">{t("noFiles")}</Text>}
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.id}>
            {file.mediaType.startsWith("image/") ? (
              <IconPhoto size={18} aria-hidden="true" />
            ) : (
              <IconFile size={18} aria-hidden="true" />
            )}
            <a
              href={address(file.id) || undefined}
              download={file.name}
              aria-label={t("openFile", { name: file.name })}
            >
              {file.name}
            </a>
            <span className="quiet file-about number">
              {sizeWords(file.size)} · {person(file.by)} · <Moment at={file.at} />
            </span>
          </li>
        ))}
      </ul>
      {upload.isPending && (
        <Text className="quiet" role="status">
          {t("uploading", { name: upload.variables.map(({ name }) => name).join(" · ") })}
        </Text>
      )}
      {upload.isError && <ProblemAlert error={upload.error} />}
      {mayAdd && (
        <Group gap="xs" mt="sm">
          <Button
            variant="default"
            leftSection={<IconPaperclip size={16} aria-hidden="true" />}
            disabled={upload.isPending}
            onClick={() => picker.current?.click()}
          >
            {t("addFile")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconCamera size={16} aria-hidden="true" />}
            disabled={upload.isPending}
            onClick={() => camera.current?.click()}
          >
            {t("takePhoto")}
          </Button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={t("addFile")}
            onChange={(event) => choose(event.currentTarget)}
          />
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            aria-label={t("takePhoto")}
            onChange={(event) => choose(event.currentTarget)}
          />
        </Group>
      )}
    </div>
  );
}
