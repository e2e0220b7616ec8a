/** Files below `assets/search/`, each a script that calls `huiminSearch(name, data)`; `fetch` does not work from a disc. */

declare global {
  interface Window {
    huiminSearch(name: string, data: unknown): void;
  }
}

const arrived: Record<string, unknown> = Object.create(null);
let anew = "";

window.huiminSearch = (name, data) => {
  arrived[name] = data;
};

/** The address of the script on every page, beside which the others lie. */
export const assets = document.querySelector<HTMLScriptElement>('script[src*="assets/search.js"]')!.src;

/** A file by its path without `.js`; rejects where it cannot be had. Who asks keeps it. */
export function load(name: string): Promise<unknown> {
  return new Promise((done, failed) => {
    // The search page brings some files along.
    const there = document.querySelector<HTMLScriptElement>(`script[src$="/search/${CSS.escape(name)}.js"]`);
    const script = there ?? document.createElement("script");
    const end = () => {
      const data = arrived[name];
      delete arrived[name];
      script.remove();
      if (data === undefined) failed(new Error(name));
      else done(data);
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    if (there) return;
    script.src = new URL(`search/${name}.js${anew}`, assets).href;
    document.head.append(script);
  });
}

/** From now on files are asked of the site and not of a store. */
export function pastStores(): void {
  anew = `?${Date.now()}`;
}
