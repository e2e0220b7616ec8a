/** The workbench's page: takes the guide that the page's other script handed over. */
import type { Guide } from "./model/guide.ts";

const guide = (window as { huiminGuide?: Guide }).huiminGuide;
const place = document.getElementById("workbench");
if (guide && place) place.dataset["edition"] = guide.edition;
