export function StartedPage() {
  return null;
}
