export function StartFormPage() {
  return null;
}
