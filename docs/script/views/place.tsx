/** Province and city: chosen from the guide's, or typed where they are not among them. */
import { useApp } from "./context.ts";
import { Field } from "./field.tsx";

interface Where {
  role: string;
  province?: string;
  city?: string;
}

/** A field proposes the names of units; what is kept is a unit's id where its name was chosen, else what was typed. */
export function Place({ value, set }: { value: Where; set(part: { province?: string; city?: string }): void }) {
  const { guide, say } = useApp();
  const unit = guide.provinces.find((p) => p.id === value.province);
  const cities = unit ? unit.cities : guide.provinces.flatMap((p) => p.cities);
  const byName = (of: readonly { id: string; title: string }[], text: string) =>
    of.find(({ title }) => title === text.trim() || title === `${text.trim()}市`)?.id ?? text;
  const name = (of: readonly { id: string; title: string }[], id = "") => of.find((entry) => entry.id === id)?.title ?? id;
  const chooseCity = (text: string) => {
    const city = byName(cities, text);
    const of = guide.provinces.find((p) => p.cities.some((c) => c.id === city));
    set({ city, ...(of ? { province: of.id } : {}) });
  };
  return (
    <div class="wb-two">
      <Field
        label={say("start.province-name")}
        kind="name"
        value={name(guide.provinces, value.province)}
        proposed={guide.provinces.map((p) => p.title)}
        onText={(text) => set({ province: byName(guide.provinces, text) })}
      />
      {value.role === "city" ? (
        <Field
          label={say("start.city")}
          kind="name"
          value={name(cities, value.city)}
          proposed={cities.map((c) => c.title)}
          onText={chooseCity}
        />
      ) : null}
    </div>
  );
}
