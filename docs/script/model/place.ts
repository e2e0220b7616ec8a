/** The place that a checklist is for, in words. */
import type { Checklist } from "./checklist.ts";
import type { Guide } from "./guide.ts";

/** The name of a city's checklist's city, else of the province; what was typed where the guide has no such unit; or nothing. */
export function placeOf(where: Pick<Checklist, "role" | "province" | "city">, guide: Guide): string {
  const units = [...guide.provinces, ...guide.provinces.flatMap((province) => province.cities)];
  const id = (where.role === "city" && where.city) || where.province || "";
  return units.find((unit) => unit.id === id)?.title ?? id;
}
