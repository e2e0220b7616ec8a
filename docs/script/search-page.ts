/** The search page, with the engine. */
import { whenReady } from "./find/page.ts";

whenReady(document.getElementById("hm-find")!);
