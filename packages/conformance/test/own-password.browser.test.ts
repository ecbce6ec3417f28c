import { randomBytes } from "node:crypto";
import { createClient } from "@flowright/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, startProduct } from "./product/product-process.ts";
import { signIn } from "./product/sign-in.ts";
import { openBrowser, visitorsOf } from "./product/visitors.ts";

const token = randomBytes(24).toString("base64url");
const GIVEN = "given-by-the-boss";
const OWN = "chosen by myself";

const WORDS = {
  en: {
    menu: "Lin Xiao, menu",
    change: "Change password…",
    dialog: "Change password",
    current: "Current password",
    fresh: "New password",
    short: "3 characters are missing.",
    wrong: "This is not your current password.",
    changed: "Your password is changed. Your other sessions have ended.",
  },
  "zh-CN": {
    menu: "Lin Xiao，菜单",
    change: "修改密码…",
    dialog: "修改密码",
    current: "当前密码",
    fresh: "新密码",
    short: "还差 3 个字符。",
    wrong: "当前密码不正确。",
    changed: "密码已修改，其他登录会话已结束。",
  },
} as const;

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ workspace: "password", token })]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 40_000);

for (const language of ["en", "zh-CN"] as const) {
  it(`lets people choose a password of their own: ${language}`, { timeout: 60_000 }, async () => {
    const words = WORDS[language];
    const user = `lin-${language.toLowerCase()}`;
    const admin = createClient({ baseUrl: product.url, token });
    await admin.people.create({ user, name: "Lin Xiao", roles: ["operator"], password: GIVEN });
    const visit = visitorsOf(browser);
    const page = await visit({ name: "Lin", locale: language, refused: "/profile/password" });
    await signIn(page, product.url, { user, password: GIVEN, language });

    await page.getByRole("button", { name: words.menu }).click();
    await page.getByRole("menuitem", { name: words.change }).click();
    const dialog = page.getByRole("dialog", { name: words.dialog });
    const [current, fresh] = [
      dialog.getByRole("textbox", { name: words.current }),
      dialog.getByRole("textbox", { name: words.fresh }),
    ];
    const save = dialog.getByRole("button", { name: words.dialog });
    await current.fill("a guess");
    await fresh.fill("short");
    await save.click();
    await dialog.getByText(words.short).waitFor();
    await fresh.fill(OWN);
    await save.click();
    await dialog.getByText(words.wrong).waitFor();
    await current.fill(GIVEN);
    await save.click();
    await page.getByText(words.changed).waitFor();
    await dialog.waitFor({ state: "hidden" });

    const anyone = createClient({ baseUrl: product.url });
    await expect(anyone.sessions.signIn(user, GIVEN)).rejects.toMatchObject({ status: 401 });
    expect((await anyone.sessions.signIn(user, OWN)).person.user).toBe(user);
  });
}
