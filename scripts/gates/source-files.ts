import { execFileSync } from "node:child_process";
import { lstatSync } from "node:fs";
import path from "node:path";

/** Every file of the checkout that git knows or would add, as paths relative to the root, with `/`. */
export function sourceFiles(root: string): string[] {
  const output = execFileSync(
    "git",
    ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64_000_000,
    },
  );
  return [...new Set(output.split("\0"))].filter((file) => file !== "" && isFile(path.join(root, file)));
}

/** Not a link, not a folder, and not deleted since the last commit. */
function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
