export function Edition() {
  return null;
}
