/** The views by name. */
import type { FunctionComponent } from "preact";
import { Brief } from "./brief.tsx";
import { Choice } from "./choice.tsx";
import { Dashboard } from "./dashboard.tsx";
import { Edition } from "./edition.tsx";
import { Files } from "./files.tsx";
import { History } from "./history.tsx";
import { Indicators } from "./indicators.tsx";
import { Merge } from "./merge.tsx";
import { Print } from "./print.tsx";
import type { View } from "./route.ts";
import { Shelf } from "./shelf.tsx";
import { Start } from "./start.tsx";
import { Steps } from "./steps.tsx";
import { Timeline } from "./timeline.tsx";

export const VIEWS: Record<View, FunctionComponent> = {
  shelf: Shelf,
  start: Start,
  steps: Steps,
  indicators: Indicators,
  dashboard: Dashboard,
  timeline: Timeline,
  history: History,
  choice: Choice,
  files: Files,
  merge: Merge,
  edition: Edition,
  print: Print,
  brief: Brief,
};
