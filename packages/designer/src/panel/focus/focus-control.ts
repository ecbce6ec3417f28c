/** Opens the groups around a control, brings it into sight and gives it the focus; false if it is not drawn. */
export function focusControl(id: string): boolean {
  const control = document.getElementById(id) ?? document.getElementById(`${id}-property`);
  if (!control) return false;
  for (
    let group = control.closest("details");
    group;
    group = group.parentElement?.closest("details") ?? null
  ) {
    group.open = true;
  }
  const target = control.matches("input, select, textarea, button")
    ? control
    : control.querySelector<HTMLElement>("input, select, textarea, button");
  control.scrollIntoView({ block: "nearest" });
  target?.focus({ preventScroll: true });
  return target !== null;
}
