/** What every view needs: the guide's data, its words, the store, and the way to change the open checklist. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Change, Checklist, Stamp } from "../model/checklist.ts";
import { filled } from "../model/filled.ts";
import type { Guide } from "../model/guide.ts";
import type { Store } from "../store/types.ts";
import type { Route } from "./route.ts";

export type Say = (key: string, values?: Record<string, string | number>) => string;

export interface App {
  guide: Guide;
  say: Say;
  store: Store;
  route: Route;
  /** Leads to another view or other filters; the address follows. */
  go(to: Partial<Route>): void;
  /** Today by this computer's clock, a local day. */
  today: string;
  /** Who and when, for a change made now. */
  stamp(): Stamp;
  /** Makes changes to a checklist so that they can be taken back; `label` says what was done. */
  change(id: string, changes: readonly Change[], label?: string): void;
  /** A word at the foot of the page, with one thing to do about it. */
  tell(text: string, action?: { label: string; run(): void }): void;
}

const Context = createContext<App | undefined>(undefined);
export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error("outside the workbench");
  return app;
}

/** The open checklist; views that need one are only shown where there is one. */
export function useChecklist(): Checklist {
  const { store, route } = useApp();
  const checklist = store.get(route.id);
  if (!checklist) throw new Error("no checklist is open");
  return checklist;
}

/** Words by key, with their values put in; a key that is not there shows itself, which a test finds. */
export function speaker(words: Record<string, string>): Say {
  return (key, values = {}) => filled(words[key] ?? key, values);
}
