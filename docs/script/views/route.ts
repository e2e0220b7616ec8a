/** Where the reader is, as the address carries it: `#id=…&view=steps&by=phase&status=open`. */

export type View =
  | "shelf"
  | "start"
  | "steps"
  | "indicators"
  | "dashboard"
  | "timeline"
  | "history"
  | "choice"
  | "files"
  | "merge"
  | "edition"
  | "print"
  | "brief";

export interface Route {
  view: View;
  /** The open checklist; empty on the shelf. */
  id: string;
  by: string;
  status: string;
  only: string;
  search: string;
  /** The step that is open. */
  step: string;
}

const VIEWS: readonly string[] = [
  "shelf",
  "start",
  "steps",
  "indicators",
  "dashboard",
  "timeline",
  "history",
  "choice",
  "files",
  "merge",
  "edition",
  "print",
  "brief",
] satisfies View[];

export const HOME: Route = { view: "shelf", id: "", by: "phase", status: "", only: "", search: "", step: "" };

/** The route that an address names; what it does not know is left out. */
export function routeOf(hash: string): Route {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const route = { ...HOME };
  for (const key of Object.keys(HOME) as (keyof Route)[]) {
    const value = given.get(key);
    if (value !== null && (key !== "view" || VIEWS.includes(value))) (route as Record<string, string>)[key] = value;
  }
  return route;
}

/** The address of a route, without what is as usual. */
export function hashOf(route: Route): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(route)) if (value !== HOME[key as keyof Route]) given.set(key, value);
  return `#${given.toString()}`;
}
