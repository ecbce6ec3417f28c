/** What the set-up says, in both languages. This runs before anything is installed, so it is plain JavaScript. */

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
const language = /^zh/i.test(locale) ? 1 : 0;

const MESSAGES = {
  node: ["Checking Node.js", "检查 Node.js"],
  install: [
    "Installing the packages (about 900 MB on disk, once; Node 24 and PostgreSQL 18 are among them)",
    "安装依赖包（约占 900 MB 磁盘，仅一次；其中包含 Node 24 和 PostgreSQL 18）",
  ],
  studio: [
    "Building the studio (once per version, about 20 s)",
    "构建 Studio 界面（每个版本一次，约 20 秒）",
  ],
  chromium: [
    "Installing Chromium and fonts for the browser tests (about 300 MB, once)",
    "安装浏览器测试所需的 Chromium 与字体（约 300 MB，仅一次）",
  ],
  packCompile: ["Compiling the packages", "编译各个包"],
  packErrors: ["The packages do not compile; {count} errors:", "各个包无法编译，共 {count} 个错误："],
  pack: ["Packing {count} packages into {folder}", "将 {count} 个包打包到 {folder}"],
  tests: ["Tests", "测试"],
  starting: ["Starting Flowright", "启动 Flowright"],
  still: ["still at it", "仍在进行"],
  done: ["done", "完成"],
  failed: ["failed", "失败"],
  nodeTooOld: [
    "Flowright needs Node.js 20 or newer; this is {version}. Install a newer one from https://nodejs.org and start again.",
    "Flowright 需要 Node.js 20 或更高版本，当前为 {version}。请从 https://nodejs.org 安装新版本后重试。",
  ],
  lastLines: ["The last lines it wrote:", "最后的输出："],
  noNetwork: [
    "The package registry could not be reached. Check the network (and HTTPS_PROXY, if you are behind a proxy) and run the same command again; what was fetched so far is kept.",
    "无法连接软件包仓库。请检查网络（如使用代理，请检查 HTTPS_PROXY）后重新运行同一命令；已下载的内容会保留。",
  ],
  certificate: [
    "The registry's certificate was not accepted, as happens behind a company proxy. Set NODE_EXTRA_CA_CERTS to the proxy's certificate file and run the same command again.",
    "仓库证书未被信任，这在公司代理之后很常见。请将 NODE_EXTRA_CA_CERTS 设为代理证书文件后重新运行同一命令。",
  ],
  noDisk: [
    "The disk is full. Free at least 2 GB and run the same command again.",
    "磁盘已满。请至少释放 2 GB 空间后重新运行同一命令。",
  ],
  noPermission: [
    "A file could not be written. Does the folder belong to another user (for instance after a run with sudo)? Make it yours and run the same command again.",
    "文件无法写入。文件夹是否属于其他用户（例如曾用 sudo 运行）？请将其改为归您所有后重试。",
  ],
  lockfile: [
    "package.json and pnpm-lock.yaml do not belong together. If you changed a dependency, run: npx pnpm@12.21.0 install",
    "package.json 与 pnpm-lock.yaml 不一致。如果您修改了依赖，请运行：npx pnpm@12.21.0 install",
  ],
  npxMissing: [
    "npx, which comes with npm, was not found. Install Node.js from https://nodejs.org, which brings both.",
    "未找到随 npm 提供的 npx。请从 https://nodejs.org 安装 Node.js，其中包含两者。",
  ],
  tooLittleMemory: [
    "It was ended from outside, most likely because memory ran out. Close other programs and run the same command again.",
    "进程被外部终止，很可能是内存不足。请关闭其他程序后重新运行同一命令。",
  ],
  unknownFailure: ["It ended with exit code {code}.", "退出代码为 {code}。"],
  chromiumByHand: [
    "The browser tests need Chromium and fonts with Chinese characters. Install them and run the same command again:\n    sudo apt-get install -y chromium fonts-noto-cjk fonts-liberation\n  or set CHROMIUM_PATH to a Chromium or Chrome you have. Without browser tests: npm test -- --no-browser",
    "浏览器测试需要 Chromium 和中文字体。请安装后重新运行同一命令：\n    sudo apt-get install -y chromium fonts-noto-cjk fonts-liberation\n  或将 CHROMIUM_PATH 设为已有的 Chromium 或 Chrome。跳过浏览器测试：npm test -- --no-browser",
  ],
  chromiumPathWrong: [
    "CHROMIUM_PATH is set to {path}, which is not a program that can be run.",
    "CHROMIUM_PATH 设为 {path}，但它不是可执行的程序。",
  ],
  gatePassed: ["passed", "通过"],
  gateFailed: ["FAILED", "未通过"],
};

/**
 * One message in the terminal's language.
 * @param {keyof typeof MESSAGES} code
 * @param {Record<string, string | number | null>} [params]
 */
export function say(code, params = {}) {
  return MESSAGES[code][language].replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}
