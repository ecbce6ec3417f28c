import type { FastifyRequest } from "fastify";

export type Language = "en" | "zh-CN";

/** Language of an answer: the profile's, then the best of Accept-Language, then English. */
export function languageOf(request: FastifyRequest): Language {
  return request.identity?.session?.person.language ?? fromHeader(request.headers["accept-language"]) ?? "en";
}

function fromHeader(header: string | undefined): Language | null {
  let best: { language: Language; weight: number } | null = null;
  for (const part of (header ?? "").slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const weight = Number(/^\s*q=([\d.]+)/.exec(parameters.join(";"))?.[1] ?? 1);
    const language = /^zh(-|$)/.test(tag) ? "zh-CN" : /^en(-|$)/.test(tag) ? "en" : null;
    if (language && weight > 0 && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? null;
}
