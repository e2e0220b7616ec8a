export function Merge() {
  return null;
}
