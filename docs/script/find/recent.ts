/** What the reader asked lately: kept in this browser alone, as far as it keeps anything. */
const KEY = "huimin-searches";
const MOST = 8;

export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string").slice(0, MOST) : [];
  } catch {
    return []; // closed, or not ours
  }
}

export function remember(text: string): void {
  const asked = text.trim().slice(0, 200);
  if (!asked) return;
  keep([asked, ...recent().filter((other) => other !== asked)].slice(0, MOST));
}

export function clearRecent(): void {
  keep([]);
}

function keep(list: string[]): void {
  try {
    if (list.length) localStorage.setItem(KEY, JSON.stringify(list));
    else localStorage.removeItem(KEY);
  } catch {
    // closed or full: then nothing is remembered
  }
}
