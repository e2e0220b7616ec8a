/** What lists of newer browsers can do, for those of 2020. */
export function lastOf<T>(items: readonly T[] | undefined): T | undefined {
  return items?.[items.length - 1];
}
