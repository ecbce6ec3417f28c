import type { TerminalLanguage } from "./terminal-language.ts";

/** Every sentence the program prints, in both languages. Codes are stable; texts may be improved. */
export const messages = {
  "postgres.binaries.linking": {
    en: "PostgreSQL: completing the installed package (library links)",
    "zh-CN": "PostgreSQL：补全已安装的程序包（库链接）",
  },
  "postgres.binaries.missing": {
    en: "There is no built-in PostgreSQL for {platform}. Set DATABASE_URL to a PostgreSQL 15 or newer.",
    "zh-CN": "没有适用于 {platform} 的内置 PostgreSQL。请将 DATABASE_URL 设为 PostgreSQL 15 或更高版本。",
  },
  "postgres.initdb": {
    en: "PostgreSQL: creating the database in {folder} (about 40 MB, once)",
    "zh-CN": "PostgreSQL：正在 {folder} 中创建数据库（约 40 MB，仅一次）",
  },
  "postgres.initdb.failed": {
    en: "PostgreSQL could not create its data folder {folder}. It says: {output}",
    "zh-CN": "PostgreSQL 无法创建数据文件夹 {folder}。它的输出：{output}",
  },
  "postgres.starting": {
    en: "PostgreSQL: starting",
    "zh-CN": "PostgreSQL：正在启动",
  },
  "postgres.still-starting": {
    en: "PostgreSQL: still starting, {seconds} s (it replays its log after a crash)",
    "zh-CN": "PostgreSQL：仍在启动，{seconds} 秒（崩溃后需要重放日志）",
  },
  "postgres.ready": {
    en: "PostgreSQL: ready on port {port} after {ms} ms",
    "zh-CN": "PostgreSQL：已就绪，端口 {port}，用时 {ms} 毫秒",
  },
  "postgres.start.failed": {
    en: "PostgreSQL did not start. The last lines of {logFile}:\n{output}",
    "zh-CN": "PostgreSQL 未能启动。{logFile} 的最后几行：\n{output}",
  },
  "postgres.start.slow": {
    en: "PostgreSQL was not ready after {seconds} s and was stopped. Its log: {logFile}",
    "zh-CN": "PostgreSQL 在 {seconds} 秒后仍未就绪，已停止。日志：{logFile}",
  },
  "postgres.orphan": {
    en: "PostgreSQL: a previous run left its database process {pid} behind; stopping it",
    "zh-CN": "PostgreSQL：上次运行遗留了数据库进程 {pid}，正在停止它",
  },
  "postgres.orphan.stuck": {
    en: "The database process {pid} of an earlier run does not stop. End it with: kill -QUIT {pid}",
    "zh-CN": "先前运行的数据库进程 {pid} 无法停止。请执行：kill -QUIT {pid}",
  },
  "postgres.version": {
    en: "The data folder {folder} was made by PostgreSQL {found}, this program brings {expected}. Move the folder away or use the older program.",
    "zh-CN":
      "数据文件夹 {folder} 由 PostgreSQL {found} 创建，而本程序附带 {expected}。请移走该文件夹，或使用旧版程序。",
  },
  "postgres.password.missing": {
    en: "The data folder {folder} has a database but its password file {file} is gone. Restore that file from a backup.",
    "zh-CN": "数据文件夹 {folder} 中有数据库，但密码文件 {file} 已丢失。请从备份恢复该文件。",
  },
  "postgres.owner": {
    en: "The data folder {folder} belongs to another user (uid {owner}), so this program (uid {uid}) may not use it. Run as that user or set FLOWRIGHT_DATA to another folder.",
    "zh-CN":
      "数据文件夹 {folder} 属于另一个用户（uid {owner}），本程序（uid {uid}）无权使用。请以该用户运行，或将 FLOWRIGHT_DATA 设为其他文件夹。",
  },
  "postgres.root": {
    en: "PostgreSQL refuses to run as root, and this system offers no way to lower its rights (unshare, setpriv). Run the program as an ordinary user, or set DATABASE_URL.",
    "zh-CN":
      "PostgreSQL 拒绝以 root 身份运行，而此系统无法降低其权限（unshare、setpriv）。请以普通用户运行，或设置 DATABASE_URL。",
  },
  "data.in-use": {
    en: "Another Flowright server (process {pid}) already uses the data folder {folder}. Stop it first, or set FLOWRIGHT_DATA to another folder.",
    "zh-CN":
      "另一个 Flowright 服务器（进程 {pid}）正在使用数据文件夹 {folder}。请先停止它，或将 FLOWRIGHT_DATA 设为其他文件夹。",
  },
  "data.not-writable": {
    en: "The data folder {folder} cannot be written: {reason}",
    "zh-CN": "无法写入数据文件夹 {folder}：{reason}",
  },
  "data.disk-full": {
    en: "No room is left on the disk of {folder}. Free some space (at least 200 MB) and start again.",
    "zh-CN": "{folder} 所在磁盘空间不足。请释放空间（至少 200 MB）后重新启动。",
  },
} as const satisfies Record<string, Record<TerminalLanguage, string>>;

export type MessageCode = keyof typeof messages;
