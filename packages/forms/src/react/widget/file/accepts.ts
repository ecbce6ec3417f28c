/** Whether a file is of one of the media types; without any, every file is. The server checks again. */
export function accepts(
  types: readonly string[],
  file: { readonly type: string; readonly name: string },
): boolean {
  if (types.length === 0) return true;
  return types.some((type) => {
    if (type.startsWith(".")) return file.name.toLowerCase().endsWith(type.toLowerCase());
    return type.endsWith("/*") ? file.type.startsWith(type.slice(0, -1)) : file.type === type;
  });
}
