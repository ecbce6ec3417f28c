import type { Page } from "playwright-core";

const WORDS = {
  en: { user: "User name", password: "Password", enter: "Sign in" },
  "zh-CN": { user: "用户名", password: "密码", enter: "登录" },
} as const;

/** Signs in with a password on the entry page, as it reads in a language. */
export async function signIn(
  page: Page,
  url: string,
  { user, password, language = "en" }: { user: string; password: string; language?: keyof typeof WORDS },
): Promise<void> {
  const words = WORDS[language];
  await page.goto(url);
  await page.getByRole("textbox", { name: words.user }).fill(user);
  await page.getByRole("textbox", { name: words.password }).fill(password);
  await page.getByRole("button", { name: words.enter, exact: true }).click();
}
