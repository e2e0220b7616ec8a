/** Scripts and data that are loaded only when they are asked for; `import()` and `fetch` do not work from a disc. */

/** The kind of a workbook, for what takes files over. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const loading = new Map<string, Promise<void>>();

/** Loads a script of the site's `assets/` once; rejects where it cannot be loaded, and may then be asked for again. */
export function load(name: string): Promise<void> {
  const before = loading.get(name);
  if (before) return before;
  const own = document.querySelector<HTMLScriptElement>('script[src*="assets/workbench.js"]');
  const loaded = new Promise<void>((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(name, own?.src ?? location.href).href;
    script.onload = () => done();
    script.onerror = () => {
      loading.delete(name);
      script.remove();
      failed(new Error(name));
    };
    document.head.append(script);
  });
  loading.set(name, loaded);
  return loaded;
}

/** What WeChat's browser is known by; it blocks downloads. */
export function blocksDownloads(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}

/** Hands a file to the reader. */
export function handOver(data: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the address after the click has ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name that every system takes for a file: no marks of paths, not too long. */
export function fileName(name: string, ending: string): string {
  const plain = name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").trim().slice(0, 60).replace(/[. ]+$/, "");
  return `${plain || "checklist"}.${ending}`;
}
