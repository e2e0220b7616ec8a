/** The page's coming and going, as far as the store needs it. */

export interface Moments {
  /** The page may not come back: the last moment in which something can be done. */
  leaving(): void;
  /** The page is looked at again, or woken. */
  back(): void;
}

/** Watches; what is returned says whether to ask before the page is left. */
export function watchPage({ leaving, back }: Moments): (unsaved: boolean) => void {
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leaving() : back()));
  addEventListener("pagehide", leaving);
  addEventListener("pageshow", (event) => {
    if (event.persisted) back();
  });
  addEventListener("focus", back);
  let asking = false;
  return (unsaved) => {
    if (unsaved === asking) return;
    asking = unsaved;
    // Only while something is unsaved: pages that ask are not kept for the way back.
    if (unsaved) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  };
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Older browsers ask only where this is set.
  event.returnValue = true;
}
