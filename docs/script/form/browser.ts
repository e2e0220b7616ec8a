/** What the form asks of the browser: files to save, the clipboard, the template, today. */
import { toBytes } from "./base64.ts";

declare global {
  interface Window {
    huiminTemplate?: string;
  }
}

/** Hands a file to the browser to save. */
export function download(name: string, content: string | Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies a text; where the browser has no clipboard for the page, from the box that shows it. */
export async function copyText(text: string, box: () => HTMLTextAreaElement | null): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve)); // until the box is drawn
  const shown = box();
  shown?.focus();
  shown?.select();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return shown !== null && document.execCommand("copy");
  }
}

/** The blank template in `lang`; null where it could not be loaded. A script file, for `fetch` does not work from a disc. */
export function loadTemplate(root: string, lang: string): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const done = (): void => resolve(window.huiminTemplate ? toBytes(window.huiminTemplate) : null);
    if (window.huiminTemplate) return done();
    const script = document.createElement("script");
    script.src = `${root}assets/case-template-${lang}.js`;
    script.onload = done;
    script.onerror = () => {
      script.remove();
      resolve(null);
    };
    document.body.append(script);
  });
}

/** Today by this computer's clock, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
