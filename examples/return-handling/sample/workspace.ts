/** The people and roles of the sample workspace: an online clothing and electronics shop. */
export const SAMPLE_WORKSPACE = {
  id: "sample",
  name: { en: "Sample shop", "zh-CN": "示例店铺" },
  roles: [
    role("cs", "After-sales service", "售后客服"),
    role("cs-lead", "After-sales lead", "售后主管"),
    role("wh", "Warehouse inspection", "仓库质检"),
    role("fin", "Finance", "财务"),
    role("fin-lead", "Finance lead", "财务主管"),
  ],
  people: [
    // The manager of a small shop answers buyers too, and so sees a first task arrive.
    person("lin", "林晓 Lin Xiao", "shop manager", "店长", [
      "admin",
      "designer",
      "manager",
      "operator",
      "cs",
    ]),
    person("wang", "王芳 Wang Fang", "after-sales service", "售后客服", ["operator", "cs"]),
    person("zhao", "赵敏 Zhao Min", "after-sales lead", "售后主管", ["operator", "cs-lead"]),
    person("li", "李强 Li Qiang", "warehouse inspection", "仓库质检", ["operator", "wh"]),
    person("chen", "陈静 Chen Jing", "finance", "财务", ["operator", "fin"]),
    person("sun", "孙磊 Sun Lei", "finance lead", "财务主管", ["operator", "fin-lead"]),
  ],
} as const;

function role(id: string, en: string, zh: string) {
  return { id, name: { en, "zh-CN": zh }, permissions: ["task.work", "instance.start"] as const };
}

function person(user: string, name: string, en: string, zh: string, roles: readonly string[]) {
  return { user, name, title: { en, "zh-CN": zh }, roles };
}
