/** The search page, with the engine. */
import { begin } from "./find/finder.ts";
import { whenReady } from "./find/page.ts";

begin();
whenReady(document.getElementById("hm-find")!);
