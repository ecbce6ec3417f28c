type Sample = "lin" | "wang" | "li";

/** What the pages call things, in one language: every label that the walk looks for. */
export interface Words {
  readonly locale: string;
  readonly otherLanguage: string;
  readonly people: { readonly [user in Sample]: string };
  readonly enterAs: (user: Sample) => RegExp;
  /** Every way into the sample. */
  readonly everyone: readonly RegExp[];
  readonly ownWorkspace: string;
  readonly noFlows: string;
  readonly userName: string;
  readonly password: string;
  readonly signIn: string;
  readonly places: string;
  readonly work: string;
  readonly design: string;
  readonly monitor: string;
  readonly flow: string;
  readonly liveDiagram: string;
  /** Steps of the live diagram with their numbers. */
  readonly waitingAt: readonly RegExp[];
  readonly refundStep: RegExp;
  readonly incident: string;
  readonly shopSilent: RegExp;
  readonly call: string;
  readonly answer: string;
  readonly retry: string;
  readonly solved: RegExp;
  readonly finished: string;
  readonly askForReturn: string;
  /** Between the label of a button of the shop and its order. */
  readonly shopColon: string;
  readonly tasks: string;
  readonly newTask: string;
  readonly open: string;
  readonly openTasks: (count: number) => string;
  readonly review: string;
  readonly withinWindow: RegExp;
  readonly menuOf: (name: string) => string;
  readonly workAs: (name: string) => string;
  readonly approve: string;
  readonly approveTitle: string;
  readonly comment: string;
  readonly reasonGiven: string;
  readonly approved: string;
  readonly nextOpens: string;
  readonly inspect: string;
  readonly withinCount: RegExp;
  readonly complete: string;
  readonly completed: string;
  readonly oneClickOff: string;
  readonly freshPasswords: string;
  readonly inspection: {
    readonly addRow: string;
    readonly row: string;
    readonly received: string;
    readonly grade: string;
    readonly takePhoto: string;
  };
  readonly designer: DesignerWords;
}

export interface DesignerWords {
  readonly canvas: string;
  readonly palette: string;
  readonly panel: string;
  readonly approval: string;
  readonly line: (from: string, to: string) => RegExp;
  readonly step: (name: string) => RegExp;
  readonly name: string;
  readonly named: string;
  readonly check: string;
  readonly reviewBlock: string;
  readonly onlyWhen: string;
  readonly field: string;
  readonly comparison: string;
  readonly value: string;
  readonly amount: string;
  readonly above: string;
  readonly onTheLine: RegExp;
  readonly needed: string;
  readonly whoType: string;
  readonly certainPeople: string;
  readonly addPerson: string;
  readonly person: string;
  readonly inspect: string;
  readonly addField: string;
  readonly formDrawer: RegExp;
  readonly newField: string;
  readonly fieldName: string;
  readonly gift: string;
  readonly yesNo: string;
  readonly add: string;
  readonly settingsOf: (name: string) => RegExp;
  readonly close: string;
  readonly problems: string;
  readonly oneError: RegExp;
  readonly noDefault: RegExp;
  readonly show: string;
  readonly stops: string;
  readonly mend: string;
  readonly noProblems: string;
  readonly tryFlow: string;
  readonly startTrial: string;
  readonly answerCall: string;
  readonly answered: string;
  readonly endTrial: string;
  readonly saved: string;
  readonly publish: string;
  readonly publishDialog: RegExp;
  readonly stay: (running: number) => string;
  readonly note: string;
  readonly noteGiven: string;
  readonly published: string;
}

const EN: Words = {
  locale: "en-US",
  otherLanguage: "中文",
  people: { lin: "Lin Xiao", wang: "Wang Fang", li: "Li Qiang" },
  enterAs: (user) => new RegExp(`^Enter as ${EN.people[user]}, `),
  everyone: [
    /^Enter as Lin Xiao, shop manager$/,
    /^Enter as Wang Fang, after-sales service$/,
    /^Enter as Zhao Min, after-sales lead$/,
    /^Enter as Li Qiang, warehouse inspection$/,
    /^Enter as Chen Jing, finance$/,
    /^Enter as Sun Lei, finance lead$/,
  ],
  ownWorkspace: "Start with my own empty workspace",
  noFlows: "No flows yet",
  signIn: "Sign in",
  userName: "User name",
  password: "Password",
  places: "Places",
  work: "Work",
  design: "Design",
  monitor: "Monitor",
  flow: "Customer return handling",
  liveDiagram: "Customer return handling, live",
  waitingAt: [
    /, Review, .*7 waiting, 1 overdue/,
    /, Get the goods back, .*9 waiting, 1 overdue/,
    /, Agree on the amount, .*2 waiting/,
    /, Approve the refund, .*1 waiting/,
  ],
  refundStep: /, Refund, .*1 incident/,
  incident: "Incident: Refund",
  shopSilent: /Shop did not answer/,
  call: "Call",
  answer: "Answer",
  retry: "Retry",
  solved: /It worked: Refund is done and the case goes on/,
  finished: "The case is finished",
  askForReturn: "Ask for a return",
  shopColon: ": ",
  tasks: "Tasks",
  newTask: "New task",
  open: "Open",
  openTasks: (count) => `${count} open tasks`,
  review: "Review the request",
  withinWindow: /^Within 7 days of receipt/,
  menuOf: (name) => `${name}, menu`,
  workAs: (name) => `Work as ${name}`,
  approve: "Approve",
  approveTitle: "Approve: Review the request",
  comment: "Comment (optional)",
  reasonGiven: "Bought three days ago, unworn",
  approved: "Approved: Review the request",
  nextOpens: "The next task is open.",
  inspect: "Inspect the goods",
  withinCount: /^Counted against the application/,
  complete: "Complete",
  completed: "Completed: Inspect the goods",
  freshPasswords: "Fresh passwords of the sample people",
  inspection: {
    addRow: "Add row to Inspection",
    row: "Row 1",
    received: "Quantity received, row 1",
    grade: "A sellable",
    takePhoto: "Take a photo",
  },
  oneClickOff: "One-click entry is off",
  designer: {
    canvas: "Flow",
    palette: "Steps",
    panel: "Details",
    approval: "Approval",
    line: (from, to) => new RegExp(`^Line from ${from} to ${to}(:|$)`),
    step: (name) => new RegExp(`^([^,]+, )?${name}(,|$)`),
    name: "Name (English)",
    named: "Manager's approval",
    check: "Check the order",
    reviewBlock: "Review",
    onlyWhen: "Only when…",
    field: "Condition 1: field",
    comparison: "Condition 1: comparison",
    value: "Condition 1: value",
    amount: "Refund asked for",
    above: "is above",
    onTheLine: /Refund asked for > ¥5,000$/,
    needed: String.raw`Manager's approval needed\?`,
    whoType: "Who does it",
    certainPeople: "Certain people",
    addPerson: "Add person",
    person: "Zhao Min",
    inspect: "Inspect the goods",
    addField: "Add field",
    formDrawer: /^Form: /,
    newField: "New field",
    fieldName: "Name of the field",
    gift: "Gift returned?",
    yesNo: "Yes/no",
    add: "Add",
    settingsOf: (name) => new RegExp(`^Settings of ${name.replace("?", String.raw`\?`)}`),
    close: "Close",
    problems: "Problems",
    oneError: /1 error/,
    noDefault: /^If “Refund asked for > 5000” does not hold, the case stops at/,
    show: "Show what happens",
    stops: "A case for which no condition is true stops here.",
    mend: "Add an “otherwise” that goes on",
    noProblems: "No problems",
    tryFlow: "Try the flow",
    startTrial: "Start the trial",
    answerCall: "Answer",
    answered: "Check the order: the system answered",
    endTrial: "End the trial",
    saved: "Saved",
    publish: "Publish version 2",
    publishDialog: /^Publish Customer return handling/,
    stay: (running) => `New cases use version 2; ${running} running cases stay on version 1.`,
    note: "Note",
    noteGiven: "Large amounts are approved first",
    published: "Published: version 2",
  },
};

const ZH: Words = {
  locale: "zh-CN",
  otherLanguage: "English",
  people: { lin: "林晓", wang: "王芳", li: "李强" },
  enterAs: (user) => new RegExp(`^以.*${ZH.people[user]}的身份进入$`),
  everyone: [
    /^以店长林晓的身份进入$/,
    /^以售后客服王芳的身份进入$/,
    /^以售后主管赵敏的身份进入$/,
    /^以仓库质检李强的身份进入$/,
    /^以财务陈静的身份进入$/,
    /^以财务主管孙磊的身份进入$/,
  ],
  ownWorkspace: "新建我自己的空白工作区",
  noFlows: "还没有流程",
  signIn: "登录",
  userName: "用户名",
  password: "密码",
  places: "功能区",
  work: "工作台",
  design: "流程设计",
  monitor: "运行监控",
  flow: "客户退货处理",
  liveDiagram: "客户退货处理，实时",
  waitingAt: [
    /审核，.*7 个待处理，1 个逾期/,
    /退货物流，.*9 个待处理，1 个逾期/,
    /确定退款金额，.*2 个待处理/,
    /退款审批，.*1 个待处理/,
  ],
  refundStep: /退款操作，.*1 个异常/,
  incident: "异常：退款操作",
  shopSilent: /店铺系统没有(正常)?响应/,
  call: "请求",
  answer: "响应",
  retry: "重试",
  solved: /重试成功：“退款操作”已完成，流程继续执行/,
  finished: "流程已完成",
  askForReturn: "申请退货",
  shopColon: ": ",
  tasks: "任务",
  newTask: "新任务",
  open: "打开",
  openTasks: (count) => `${count} 个待办任务`,
  review: "申请审核",
  withinWindow: /7 天/,
  menuOf: (name) => `${name}，菜单`,
  workAs: (name) => `以${name}的身份工作`,
  approve: "同意",
  approveTitle: "同意：申请审核",
  comment: "意见（选填）",
  reasonGiven: "签收三天，未穿过",
  approved: "已同意：申请审核",
  nextOpens: "已打开下一个任务。",
  inspect: "收货验货",
  withinCount: /^已与申请数量核对/,
  complete: "完成",
  completed: "已完成：收货验货",
  freshPasswords: "示例人员的新密码",
  inspection: {
    addRow: "为验货明细添加一行",
    row: "第 1 行",
    received: "实收数量，第 1 行",
    grade: "A 可二次销售",
    takePhoto: "拍照",
  },
  oneClickOff: "一键进入已关闭",
  designer: {
    canvas: "流程画布",
    palette: "节点",
    panel: "属性",
    approval: "审批",
    line: (from, to) => new RegExp(`^连线，从${from}到${to}(：|$)`),
    step: (name) => new RegExp(`^([^，]+，)?${name}(，|$)`),
    name: "名称（中文）",
    named: "店长审批",
    check: "核对订单",
    reviewBlock: "审核",
    onlyWhen: "按条件执行…",
    field: "条件 1：字段",
    comparison: "条件 1：比较方式",
    value: "条件 1：值",
    amount: "申请退款金额",
    above: "大于",
    onTheLine: /申请退款金额 > ¥5,000$/,
    needed: "需要店长审批？",
    whoType: "由谁处理",
    certainPeople: "指定人员",
    addPerson: "添加人员",
    person: "赵敏",
    inspect: "收货验货",
    addField: "添加字段",
    formDrawer: /^表单：/,
    newField: "新字段",
    fieldName: "字段名称",
    gift: "赠品是否退回？",
    yesNo: "是/否",
    add: "添加",
    settingsOf: (name) => new RegExp(`^设置 ${name}`),
    close: "关闭",
    problems: "问题",
    oneError: /1 个错误/,
    noDefault: /^如果“申请退款金额 > 5000”不成立，实例会停在/,
    show: "演示会发生什么",
    stops: "没有任何条件满足的单据会停在这里。",
    mend: "添加“其他情况”并继续",
    noProblems: "没有问题",
    tryFlow: "试运行",
    startTrial: "开始试运行",
    answerCall: "返回结果",
    answered: "核对订单：系统已返回",
    endTrial: "结束试运行",
    saved: "已保存",
    publish: "发布第 2 版",
    publishDialog: /^发布“客户退货处理”/,
    stay: (running) => `新发起的流程将使用第 2 版；${running} 个进行中的流程实例继续使用第 1 版。`,
    note: "发布说明",
    noteGiven: "大额退货先审批",
    published: "已发布：第 2 版",
  },
};

export const WORDS = { en: EN, "zh-CN": ZH } as const;
