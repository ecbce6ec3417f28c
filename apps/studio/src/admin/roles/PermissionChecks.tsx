import type { Permission } from "@flowright/client";
import { Checkbox, Stack } from "@mantine/core";
import { usePermissionTexts } from "./permission-texts.ts";

/** In the order in which people meet them. */
export const PERMISSIONS: readonly Permission[] = [
  "task.work",
  "instance.start",
  "instance.read",
  "instance.operate",
  "definition.read",
  "definition.write",
  "definition.publish",
  "definition.override",
  "system.write",
  "people.write",
  "message.send",
  "job.work",
];

interface PermissionChecksProps {
  readonly value: readonly Permission[];
  /** Only these can be given. */
  readonly offered?: readonly Permission[];
  readonly error?: string | undefined;
  onChange(value: Permission[]): void;
}

/** Permissions as a list of things that one may do. */
export function PermissionChecks(props: PermissionChecksProps) {
  const { value, offered = PERMISSIONS, error, onChange } = props;
  const t = usePermissionTexts();
  return (
    <Checkbox.Group
      label={t("label")}
      error={error}
      value={[...value]}
      onChange={(chosen) => onChange(PERMISSIONS.filter((permission) => chosen.includes(permission)))}
    >
      <Stack gap={8} mt={6} mb={4}>
        {PERMISSIONS.filter((one) => offered.includes(one) || value.includes(one)).map((permission) => (
          <Checkbox key={permission} value={permission} label={t(permission)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
