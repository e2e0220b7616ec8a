export function Choice() {
  return null;
}
