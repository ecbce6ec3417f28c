import { Skeleton } from "@mantine/core";

export function CaseSkeleton() {
  return (
    <div className="page" aria-busy="true">
      <Skeleton h={28} w={320} mb={8} />
      <Skeleton h={16} w={240} mb={24} />
      <Skeleton h={360} mb={16} />
      <Skeleton h={160} />
    </div>
  );
}
