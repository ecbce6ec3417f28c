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
  "postgres.ended": {
    en: "The embedded PostgreSQL ended by itself. Its log is in {folder}/postgres.log. Start again: nothing that was saved is lost.",
    "zh-CN": "内置 PostgreSQL 意外退出，日志在 {folder}/postgres.log。请重新启动，已保存的数据不会丢失。",
  },
  "database.unreachable": {
    en: "The database that DATABASE_URL names cannot be reached: {reason}. Check the address, the password and whether it runs.",
    "zh-CN": "无法连接 DATABASE_URL 指定的数据库：{reason}。请检查地址、密码以及数据库是否在运行。",
  },
  "database.too-old": {
    en: "The database is PostgreSQL {version}; Flowright needs 15 or newer.",
    "zh-CN": "数据库版本为 PostgreSQL {version}，Flowright 需要 15 或更高版本。",
  },
  "database.migrated": {
    en: "Database: {count} migrations carried out",
    "zh-CN": "数据库：已执行 {count} 个迁移",
  },
  "database.up-to-date": { en: "The database is up to date.", "zh-CN": "数据库已是最新。" },
  "database.roles-missing": {
    en: "This login may not create database roles. Let an administrator run this once, then start again:\n\n{sql}",
    "zh-CN": "此账号无权创建数据库角色。请管理员执行一次以下语句，然后重新启动：\n\n{sql}",
  },
  "cli.argument": {
    en: "“{argument}” is not understood. Usage: flowright {usage}",
    "zh-CN": "无法识别“{argument}”。用法：flowright {usage}",
  },
  "settings.port": {
    en: "{name} is “{value}”; a port is a number from 0 to 65535.",
    "zh-CN": "{name} 的值为“{value}”，端口应为 0 到 65535 的数字。",
  },
  "settings.database-url": {
    en: "DATABASE_URL (“{value}…”) cannot be read; it has to look like postgresql://user:password@host:5432/name.",
    "zh-CN": "无法解析 DATABASE_URL（“{value}…”），应形如 postgresql://user:password@host:5432/name。",
  },
  "settings.public-url": {
    en: "FLOWRIGHT_PUBLIC_URL is “{value}”; it has to look like https://flows.example.com.",
    "zh-CN": "FLOWRIGHT_PUBLIC_URL 的值为“{value}”，应形如 https://flows.example.com。",
  },
  "settings.bootstrap-token": {
    en: "FLOWRIGHT_BOOTSTRAP_TOKEN is too short to be safe; use at least 16 characters.",
    "zh-CN": "FLOWRIGHT_BOOTSTRAP_TOKEN 过短，不够安全；请至少使用 16 个字符。",
  },
  "settings.metrics-token": {
    en: "FLOWRIGHT_METRICS_TOKEN is too short to be safe; use at least 16 characters.",
    "zh-CN": "FLOWRIGHT_METRICS_TOKEN 过短，不够安全；请至少使用 16 个字符。",
  },
  "settings.telemetry": {
    en: "FLOWRIGHT_TELEMETRY ({file}) is not the module of @opentelemetry/api: {reason}",
    "zh-CN": "FLOWRIGHT_TELEMETRY（{file}）不是 @opentelemetry/api 模块：{reason}",
  },
  "settings.secret-key": {
    en: "{source} does not hold a key of 32 bytes as base64. Make one with: openssl rand -base64 32",
    "zh-CN": "{source} 不是 32 字节的 base64 密钥。可用以下命令生成：openssl rand -base64 32",
  },
  "port.taken": {
    en: "Port {port} is in use by another program. Stop that one, or choose another port: PORT={next} npm start",
    "zh-CN": "端口 {port} 已被其他程序占用。请停止该程序，或换一个端口：PORT={next} npm start",
  },
  "port.forbidden": {
    en: "This user may not listen on port {port}. Choose one above 1024, for example: PORT=3000 npm start",
    "zh-CN": "当前用户无权监听端口 {port}。请选择 1024 以上的端口，例如：PORT=3000 npm start",
  },
  "sample.creating": {
    en: "Sample workspace: people, the return flow, and twenty cases made by the engine (about 10 s, once)",
    "zh-CN": "示例工作区：人员、退货流程，以及由引擎生成的二十个流程实例（约 10 秒，仅一次）",
  },
  "sample.cases": {
    en: "Sample workspace: {done} of {of} moments of the last fourteen days",
    "zh-CN": "示例工作区：过去十四天的 {of} 个时刻中已完成 {done} 个",
  },
  "sample.ready": {
    en: "Sample workspace: ready after {seconds} s",
    "zh-CN": "示例工作区：已就绪，用时 {seconds} 秒",
  },
  "sample.again": {
    en: "The first start was interrupted; the sample is made anew",
    "zh-CN": "首次启动被中断，正在重新生成示例",
  },
  "sample.unfinished": {
    en: "An earlier start began the sample in the database that DATABASE_URL names and was interrupted. Use an empty database, or start without sample data: npm start -- --no-sample",
    "zh-CN":
      "先前的启动在 DATABASE_URL 指定的数据库中生成示例时被中断。请改用空数据库，或不使用示例数据启动：npm start -- --no-sample",
  },
  "sample.first-note": { en: "First version", "zh-CN": "首个版本" },
  "sample.shop-failed": {
    en: "The shop stand-in did not start. It says: {output}\nWithout sample data: npm start -- --no-sample",
    "zh-CN": "示例店铺未能启动。它的输出：{output}\n不使用示例数据：npm start -- --no-sample",
  },
  "start.listening": { en: "▸ Starting Flowright on {url}", "zh-CN": "▸ 正在启动 Flowright：{url}" },
  "start.still": { en: "… still at it, {seconds} s", "zh-CN": "… 仍在进行，{seconds} 秒" },
  "start.ready": {
    en: "Flowright is ready after {seconds} s: {url}",
    "zh-CN": "Flowright 已就绪，用时 {seconds} 秒：{url}",
  },
  "start.shop": {
    en: "The shop stand-in (orders, buyers, refunds, stock): {url}",
    "zh-CN": "示例店铺（订单、买家、退款、库存）：{url}",
  },
  "start.no-studio": {
    en: "The studio is not built, so there are no pages, only the API. Build it with: npm start",
    "zh-CN": "Studio 尚未构建，因此没有页面，只有 API。请运行 npm start 进行构建。",
  },
  "start.stop-hint": { en: "Ctrl-C stops it.", "zh-CN": "按 Ctrl-C 停止。" },
  "stop.begun": {
    en: "\nStopping: finishing what is under way (Ctrl-C again ends at once)",
    "zh-CN": "\n正在停止：完成进行中的操作（再按一次 Ctrl-C 立即退出）",
  },
  "stop.done": { en: "Stopped.", "zh-CN": "已停止。" },
  "lan.address": {
    en: "In this network: {url} (scan the code with a phone). One-click entry is off.",
    "zh-CN": "局域网地址：{url}（用手机扫描二维码）。一键进入已关闭。",
  },
  "lan.passwords": {
    en: "Fresh passwords of the sample people, shown this once:",
    "zh-CN": "示例人员的新密码，仅显示这一次：",
  },
  "lan.no-network": {
    en: "This machine is in no network that others could reach it by.",
    "zh-CN": "本机未连接到其他设备可访问的网络。",
  },
  "cli.help": {
    en: `Usage: flowright COMMAND

Without a server and without a database:
  validate FILE…      check definitions and prove them
  prove FILE…         what can go wrong, with the way there
  run FILE            carry a flow out, one event per line
                      [--process ID] [--start NODE] [--variables JSON|@FILE]
                      [--tasks auto|wait] [--advance none|until-idle|PT1H]
                      [--limit N] [--stubs FILE] [--interactive | --batch]
  test FOLDER…        run scenarios [--junit FILE] [--json FILE] [--coverage]
  fmt FILE… [--check] write definitions in their canonical form
  diff BEFORE AFTER   what differs in meaning [--moves] [--json]
  render FILE         a picture [--out FILE.svg|FILE.png]
  import FILE.bpmn    from BPMN 2.0 [--out FILE.json] [--report FILE]
  export FILE.json    to BPMN 2.0 [--out FILE.bpmn] [--report FILE]

With a server or a database:
  start [--port N] [--lan] [--sample | --no-sample] [--no-open]
                      run the server (embedded PostgreSQL, or DATABASE_URL)
  migrate             bring the database up to date
  doctor [--repair] [--quick] [--report FILE] [--json]
                      check that nothing in the database contradicts itself
  history export [--workspace ID] [--flow ID] [--before DATE] [--running]
                 [--files] [--out FILE]
                      finished cases with everything, one JSON line each
  history keep --workspace ID [--flow ID] --days N|forever [--export]
                      for how long finished cases are kept
  history rules | retire
                      what was said; remove now what is over
  create-workspace ID --name NAME --admin USER
                      a workspace and its first administrator
  deploy FILE… [--note TEXT]
                      publish definitions (FLOWRIGHT_URL, FLOWRIGHT_TOKEN)`,
    "zh-CN": `用法：flowright 命令

无需服务器和数据库：
  validate 文件…      检查并证明流程定义
  prove 文件…         查找可能出错之处及其路径
  run 文件            执行流程，每行输出一个事件
                      [--process 标识] [--start 节点] [--variables JSON|@文件]
                      [--tasks auto|wait] [--advance none|until-idle|PT1H]
                      [--limit N] [--stubs 文件] [--interactive | --batch]
  test 文件夹…        运行场景 [--junit 文件] [--json 文件] [--coverage]
  fmt 文件… [--check] 将流程定义写成规范格式
  diff 旧文件 新文件  比较含义上的差异 [--moves] [--json]
  render 文件         生成图片 [--out 文件.svg|文件.png]
  import 文件.bpmn    从 BPMN 2.0 导入 [--out 文件.json] [--report 文件]
  export 文件.json    导出为 BPMN 2.0 [--out 文件.bpmn] [--report 文件]

需要服务器或数据库：
  start [--port N] [--lan] [--sample | --no-sample] [--no-open]
                      运行服务器（内置 PostgreSQL，或 DATABASE_URL）
  migrate             将数据库升级到最新
  doctor [--repair] [--quick] [--report 文件] [--json]
                      检查数据库中的数据是否自相矛盾
  history export [--workspace 标识] [--flow 标识] [--before 日期] [--running]
                 [--files] [--out 文件]
                      导出已结束流程实例的全部数据，每行一个 JSON
  history keep --workspace 标识 [--flow 标识] --days 天数|forever [--export]
                      设置已结束流程实例的保留时间
  history rules | retire
                      查看保留规则；立即清理到期流程实例
  create-workspace ID --name 名称 --admin 用户
                      新建工作区及其首位管理员
  deploy 文件… [--note 说明]
                      发布流程定义（FLOWRIGHT_URL、FLOWRIGHT_TOKEN）`,
  },
  "cli.unknown": { en: "There is no command “{command}”.", "zh-CN": "没有命令“{command}”。" },
  "cli.no-file": {
    en: "Name at least one file: flowright {command} flow.json",
    "zh-CN": "请至少指定一个文件：flowright {command} flow.json",
  },
  "file.unreadable": { en: "{file} cannot be read: {reason}", "zh-CN": "无法读取 {file}：{reason}" },
  "validate.clean": { en: "{file}: no problems", "zh-CN": "{file}：没有问题" },
  "prove.clean": { en: "{file}: nothing can go wrong", "zh-CN": "{file}：未发现问题" },
  "fmt.different": { en: "{file}: not in canonical form", "zh-CN": "{file}：不是规范格式" },
  "fmt.written": { en: "{file}: written", "zh-CN": "{file}：已写入" },
  "diff.same": { en: "No difference in meaning.", "zh-CN": "含义上没有差异。" },
  "diff.step": { en: "step", "zh-CN": "节点" },
  "diff.line": { en: "line", "zh-CN": "连线" },
  "diff.flow": { en: "flow", "zh-CN": "流程" },
  "test.none": { en: "There are no scenarios in {places}.", "zh-CN": "{places} 中没有场景。" },
  "test.progress": { en: "{done} of {of}  {file}", "zh-CN": "{done} / {of}  {file}" },
  "test.covered": { en: "{flow}: all {of} lines taken", "zh-CN": "{flow}：{of} 条连线全部经过" },
  "test.missing": {
    en: "{flow}: {taken} of {of} lines taken; not: {missing}",
    "zh-CN": "{flow}：经过 {taken} / {of} 条连线；未经过：{missing}",
  },
  "test.end": {
    en: "{passed} of {of} scenarios as expected, {seconds} s; {taken} of {edges} lines taken",
    "zh-CN": "{of} 个场景中 {passed} 个符合预期，用时 {seconds} 秒；经过 {taken} / {edges} 条连线",
  },
  "file.written": { en: "{file}: written", "zh-CN": "{file}：已写入" },
  "import.done": {
    en: "{file}: {flows} flows; of its parts {kept} kept, {translated} translated, {annotation} kept without running, {refused} refused",
    "zh-CN":
      "{file}：{flows} 个流程；其中保留 {kept} 项，转换 {translated} 项，保留但不执行 {annotation} 项，拒绝 {refused} 项",
  },
  "render.several": {
    en: "{file} has several flows; say which with --process: {known}",
    "zh-CN": "{file} 中有多个流程，请用 --process 指定：{known}",
  },
  "deploy.no-token": {
    en: "Set FLOWRIGHT_TOKEN to an API token that may publish (Admin › API tokens).",
    "zh-CN": "请将 FLOWRIGHT_TOKEN 设为有发布权限的 API 令牌（管理后台 › API 令牌）。",
  },
  "deploy.unreachable": {
    en: "No server answers at {url}. Start it, or set FLOWRIGHT_URL.",
    "zh-CN": "{url} 没有服务器响应。请启动服务器，或设置 FLOWRIGHT_URL。",
  },
  "deploy.done": { en: "Published {id}, version {version}", "zh-CN": "已发布 {id}，版本 {version}" },
  "doctor.finding": { en: "{code}  {title}: {count}", "zh-CN": "{code}  {title}：{count}" },
  "doctor.put-right": { en: "    put right: {count}", "zh-CN": "    已修复：{count}" },
  "doctor.more": { en: "    … and {count} more", "zh-CN": "    … 另有 {count} 处" },
  "doctor.healthy": {
    en: "All {checks} checks hold. Nothing is lost, doubled or stuck.",
    "zh-CN": "{checks} 项检查全部通过：没有丢失、重复或停滞。",
  },
  "doctor.repaired": {
    en: "Put right: {repaired}. All {checks} checks hold now.",
    "zh-CN": "已修复 {repaired} 处；{checks} 项检查现已全部通过。",
  },
  "doctor.left": {
    en: "Found: {count}, put right: {repaired}.",
    "zh-CN": "发现 {count} 处不符合要求，已修复 {repaired} 处。",
  },
  "history.before": {
    en: "“{value}” is not a date; write for example 2026-01-31.",
    "zh-CN": "“{value}”不是日期，请按 2026-01-31 的形式填写。",
  },
  "history.exported": { en: "{count} cases exported", "zh-CN": "已导出 {count} 个流程实例" },
  "history.keep-usage": {
    en: "Usage: flowright history keep --workspace ID [--flow ID] --days N|forever [--export]",
    "zh-CN": "用法：flowright history keep --workspace 标识 [--flow 标识] --days 天数|forever [--export]",
  },
  "history.no-rules": {
    en: "There is no rule: everything is kept for ever.",
    "zh-CN": "没有保留规则：所有数据永久保留。",
  },
  "history.rule": {
    en: "{place}: finished cases are kept for {days} days",
    "zh-CN": "{place}：已结束的流程实例保留 {days} 天",
  },
  "history.rule-exported": {
    en: "{place}: finished cases are kept for {days} days and exported before they go",
    "zh-CN": "{place}：已结束的流程实例保留 {days} 天，删除前先导出",
  },
  "history.rule-forever": {
    en: "{place}: finished cases are kept for ever",
    "zh-CN": "{place}：已结束的流程实例永久保留",
  },
  "history.retired": {
    en: "Removed: {cases} cases, {months} months of the event log",
    "zh-CN": "已删除：{cases} 个流程实例，{months} 个月的事件日志",
  },
  "workspace.usage": {
    en: "Usage: flowright create-workspace ID --name NAME --admin USER",
    "zh-CN": "用法：flowright create-workspace ID --name 名称 --admin 用户",
  },
  "workspace.refused": { en: "The workspace was not made: {reason}", "zh-CN": "未能创建工作区：{reason}" },
  "workspace.done": {
    en: "Workspace {id} is there. Sign in as {user} with the password {password} (shown this once).",
    "zh-CN": "工作区 {id} 已创建。请用账号 {user} 和密码 {password} 登录（仅显示这一次）。",
  },
} as const satisfies Record<string, Record<TerminalLanguage, string>>;

export type MessageCode = keyof typeof messages;
