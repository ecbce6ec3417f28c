import { createServer, type RequestListener, type Server } from "node:http";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

export interface EarlyListener {
  readonly server: Server;
  readonly port: number;
  /** From now on requests go to the application. */
  handOver(listener: RequestListener): void;
  close(): Promise<void>;
}

/**
 * Listens before the database is there, so that the port is ours from the beginning and whoever asks during
 * set-up and migrations is told to come back: everything but `/health/live` answers 503 with Retry-After.
 *
 * @throws ProgramProblem where the port is taken or not allowed
 */
export async function listenEarly(port: number, host: string): Promise<EarlyListener> {
  let listener: RequestListener = answerStarting;
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" || error.code === "EACCES"
          ? new ProgramProblem(error.code === "EACCES" ? "port.forbidden" : "port.taken", {
              port,
              next: port + 1,
            })
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === "object" && address ? address.port : port,
    handOver: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const STARTING = {
  en: "Flowright is starting. This page tries again by itself.",
  "zh-CN": "Flowright 正在启动，本页面会自动重试。",
};

const answerStarting: RequestListener = (request, response) => {
  if (request.url === "/health/live") {
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"status":"live"}');
    return;
  }
  const chinese = /^zh/i.test(request.headers["accept-language"] ?? terminalLanguage());
  const text = chinese ? STARTING["zh-CN"] : STARTING.en;
  response.setHeader("retry-after", "2");
  if (request.headers.accept?.includes("text/html")) {
    response.writeHead(503, { "content-type": "text/html; charset=utf-8", refresh: "2" });
    response.end(`<!doctype html><title>Flowright</title><p style="font:16px sans-serif;margin:4em">${text}`);
    return;
  }
  response.writeHead(503, { "content-type": "application/problem+json" });
  response.end(
    JSON.stringify({
      type: "about:blank",
      title: text,
      status: 503,
      code: "server.starting",
      detail: text,
      fix: chinese ? "请稍后重试。" : "Try again in a moment.",
    }),
  );
};
