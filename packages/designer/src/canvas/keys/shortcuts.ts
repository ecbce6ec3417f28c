import type { BilingualText } from "@flowright/definition";

/** What a key does. One table for the handler, the tooltips and the sheet. */
export interface Shortcut {
  readonly action: ShortcutAction;
  /** As in `KeyboardEvent.key`, lower case for letters. */
  readonly keys: readonly string[];
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly label: BilingualText;
  /** Also works where nothing can be changed. */
  readonly reading?: boolean;
}

export type ShortcutAction =
  | "add"
  | "append"
  | "replace"
  | "connect"
  | "lines"
  | "edit"
  | "next"
  | "previous"
  | "up"
  | "down"
  | "moveRight"
  | "moveLeft"
  | "moveUp"
  | "moveDown"
  | "moveFar"
  | "delete"
  | "deleteHeal"
  | "copy"
  | "cut"
  | "paste"
  | "duplicate"
  | "selectAll"
  | "undo"
  | "redo"
  | "tidy"
  | "fit"
  | "zoomIn"
  | "zoomOut"
  | "zoomReset"
  | "zoomSelection"
  | "selectMode"
  | "handMode"
  | "selectBefore"
  | "selectAfter"
  | "selectBranch"
  | "addBeside"
  | "alignLeft"
  | "alignCentre"
  | "alignRight"
  | "alignTop"
  | "alignMiddle"
  | "alignBottom"
  | "distributeX"
  | "distributeY"
  | "group"
  | "ungroup"
  | "foldGroup"
  | "extract"
  | "enter"
  | "lanes"
  | "menu"
  | "view"
  | "play"
  | "first"
  | "last"
  | "help"
  | "find"
  | "commands"
  | "comment"
  | "comments"
  | "note"
  | "space"
  | "region"
  | "leave";

const s = (
  action: ShortcutAction,
  keys: readonly string[],
  en: string,
  zh: string,
  rest: Partial<Shortcut> = {},
): Shortcut => ({ action, keys, label: { en, "zh-CN": zh }, ...rest });

export const SHORTCUTS: readonly Shortcut[] = [
  s("add", ["n"], "New step", "新建节点"),
  s("append", ["a"], "Append to the selected step", "在所选节点后追加"),
  s("connect", ["c"], "Draw a line from the selected step", "从所选节点连线"),
  s("replace", ["r"], "Change the type of the selected step", "更改所选节点的类型"),
  s("lines", ["e"], "Go through the lines of the step", "逐条选择节点的连线", { reading: true }),
  s("edit", ["Enter", "F2"], "Edit what is selected", "编辑所选内容", { reading: true }),
  s("next", ["ArrowRight"], "Next step", "下一个节点", { reading: true }),
  s("previous", ["ArrowLeft"], "Previous step", "上一个节点", { reading: true }),
  s("up", ["ArrowUp"], "Step above", "上方节点", { reading: true }),
  s("down", ["ArrowDown"], "Step below, or into a sub-process", "下方节点，或进入子流程", { reading: true }),
  s("moveRight", ["ArrowRight"], "Move right", "右移", { alt: true }),
  s("moveLeft", ["ArrowLeft"], "Move left", "左移", { alt: true }),
  s("moveUp", ["ArrowUp"], "Move up", "上移", { alt: true }),
  s("moveDown", ["ArrowDown"], "Move down", "下移", { alt: true }),
  s("moveFar", ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"], "Move further", "大步移动", {
    alt: true,
    shift: true,
  }),
  s("delete", ["Delete", "Backspace"], "Delete", "删除"),
  s("deleteHeal", ["Delete", "Backspace"], "Delete and reconnect", "删除并重新连接", { mod: true }),
  s("copy", ["c"], "Copy", "复制", { mod: true, reading: true }),
  s("cut", ["x"], "Cut", "剪切", { mod: true }),
  s("paste", ["v"], "Paste", "粘贴", { mod: true }),
  s("duplicate", ["d"], "Duplicate", "创建副本", { mod: true }),
  s("selectAll", ["a"], "Select all", "全选", { mod: true, reading: true }),
  s("selectBefore", ["ArrowLeft"], "Select everything before", "选中之前的全部节点", {
    shift: true,
    reading: true,
  }),
  s("selectAfter", ["ArrowRight"], "Select everything after", "选中之后的全部节点", {
    shift: true,
    reading: true,
  }),
  s("selectBranch", ["b"], "Select the branch", "选中所在分支", { shift: true, reading: true }),
  s(
    "addBeside",
    ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"],
    "New connected step in that direction",
    "在该方向新建相连的节点",
    { mod: true },
  ),
  s("alignLeft", ["ArrowLeft"], "Align left", "左对齐", { mod: true, shift: true }),
  s("alignRight", ["ArrowRight"], "Align right", "右对齐", { mod: true, shift: true }),
  s("alignTop", ["ArrowUp"], "Align top", "顶部对齐", { mod: true, shift: true }),
  s("alignBottom", ["ArrowDown"], "Align bottom", "底部对齐", { mod: true, shift: true }),
  s("alignCentre", ["c"], "Align centres", "水平居中对齐", { alt: true, shift: true }),
  s("alignMiddle", ["m"], "Align middles", "垂直居中对齐", { alt: true, shift: true }),
  s("distributeX", ["h"], "Distribute sideways", "水平等距分布", { alt: true, shift: true }),
  s("distributeY", ["v"], "Distribute downwards", "垂直等距分布", { alt: true, shift: true }),
  s("group", ["g"], "Group", "编组", { mod: true }),
  s("ungroup", ["g"], "Ungroup", "取消编组", { mod: true, shift: true }),
  s("foldGroup", ["g"], "Fold or open the group", "收起或展开编组", { alt: true }),
  s("extract", ["x"], "Make a sub-process of the selection", "将所选内容提取为子流程", { alt: true }),
  s("enter", ["o"], "Show the sub-process on its own", "单独打开子流程", { reading: true }),
  s("undo", ["z"], "Undo", "撤销", { mod: true }),
  s("redo", ["y"], "Redo", "重做", { mod: true }),
  s("redo", ["z"], "Redo", "重做", { mod: true, shift: true }),
  s("tidy", ["t"], "Tidy up", "自动布局", { alt: true, shift: true }),
  s("fit", ["1", "!"], "Fit to screen", "适应画布", { shift: true, reading: true }),
  s("zoomReset", ["0", ")"], "100 %", "100%", { shift: true, reading: true }),
  s("zoomSelection", ["2", "@", '"'], "Zoom to the selection", "缩放到所选内容", {
    shift: true,
    reading: true,
  }),
  s("zoomIn", ["+", "="], "Zoom in", "放大", { reading: true }),
  s("zoomOut", ["-"], "Zoom out", "缩小", { reading: true }),
  s("play", ["Enter"], "Try the flow", "试运行流程", { mod: true, reading: true }),
  s("view", ["v"], "Canvas or steps", "切换画布与步骤", { shift: true, reading: true }),
  s("selectMode", ["v"], "Select by dragging", "拖动框选", { reading: true }),
  s("handMode", ["h"], "Move the ground by dragging", "拖动画布", { reading: true }),
  s("lanes", ["w"], "Who does what", "谁来做", { reading: true }),
  s("menu", ["F10"], "Menu of what can be done here", "打开操作菜单", { shift: true, reading: true }),
  s("menu", ["ContextMenu"], "Menu of what can be done here", "打开操作菜单", { reading: true }),
  s("first", ["Home"], "First step (in the steps)", "第一个节点（步骤视图）", { reading: true }),
  s("last", ["End"], "Last step (in the steps)", "最后一个节点（步骤视图）", { reading: true }),
  s("find", ["f"], "Find in this flow", "在本流程中查找", { mod: true, reading: true }),
  s("commands", ["k"], "Commands and search", "命令与搜索", { mod: true, reading: true }),
  s("comment", ["m"], "Put a comment", "添加批注", { reading: true }),
  s("comments", ["m"], "List of comments", "批注列表", { shift: true, reading: true }),
  s("space", ["s"], "Make or close room by dragging", "拖动腾出或收拢空间"),
  s("note", ["s"], "Put a note", "添加便签", { shift: true }),
  s("region", ["F6"], "Next part of the screen", "切换到下一区域", { reading: true }),
  s("help", ["?"], "Keyboard shortcuts", "快捷键", { reading: true }),
  s("leave", ["Escape"], "Leave what is under way", "取消当前操作", { reading: true }),
];

/** The first entry of an action: its name and its key. */
export function shortcutOf(action: ShortcutAction): Shortcut | undefined {
  return SHORTCUTS.find((shortcut) => shortcut.action === action);
}

/** The action for a key press, or null. `?` and `+` count as themselves however they are typed. */
export function actionFor(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly code?: string;
}): Shortcut | null {
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const digit = event.code?.startsWith("Digit") ? event.code.slice(5) : null;
  // With Alt held, macOS types other characters; the key itself counts.
  const letter = event.altKey && event.code?.startsWith("Key") ? event.code.slice(3).toLowerCase() : null;
  return (
    SHORTCUTS.find((shortcut) => {
      const typed = ["?", "+"].includes(shortcut.keys[0] ?? "");
      return (
        (shortcut.keys.includes(key) ||
          (letter !== null && shortcut.keys.includes(letter)) ||
          (digit !== null && shortcut.shift === true && shortcut.keys.includes(digit))) &&
        (shortcut.mod ?? false) === mod &&
        (shortcut.alt ?? false) === event.altKey &&
        (typed || (shortcut.shift ?? false) === event.shiftKey)
      );
    }) ?? null
  );
}
