/** The workbench: checklists that are worked through in the reader's own browser. */
import { render } from "preact";
import type { Guide } from "./model/guide.ts";
import { openStore } from "./store/store.ts";
import { Workbench } from "./views/app.tsx";
import { speaker } from "./views/context.ts";

declare global {
  interface Window {
    huiminGuide?: Guide;
  }
}

const root = document.getElementById("workbench");
const guide = window.huiminGuide;
if (root && guide) {
  const say = speaker(guide.words);
  openStore({ updated: guide.updated })
    .then((store) => render(<Workbench guide={guide} say={say} store={store} />, root))
    .catch((error: unknown) => {
      root.textContent = say("app.broken", { reason: String(error) });
    });
}
