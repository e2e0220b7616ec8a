/** The box as it is seen, with the engine; loaded when it is opened. The search page has a script of its own. */
import { startPanel } from "./find/panel.ts";

startPanel(window.huiminBox!);
