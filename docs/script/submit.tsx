/** The form of the page "submit a case". Without it the page is whole: its text, the table of fields, the template. */
import { render } from "preact";
import { Checker } from "./form/check.ts";
import type { FormData } from "./form/data.ts";
import { Drafts } from "./form/drafts.ts";
import { App } from "./form/view/app.tsx";

declare global {
  interface Window {
    huiminSubmit?: FormData;
  }
}

const place = document.getElementById("form");
const data = window.huiminSubmit;
if (place && data) {
  render(<App checker={new Checker(data)} drafts={new Drafts()} root={place.dataset.root ?? ""} />, place);
  place.hidden = false;
  for (const link of document.querySelectorAll<HTMLElement>(".hm-to-form")) link.hidden = false;
  document.querySelector(".hm-fields")?.closest("details")?.removeAttribute("open");
}
