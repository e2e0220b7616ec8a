/** Focus areas and themes to choose, with how many steps come of the choice. */
import { fitting } from "../model/make.ts";
import type { Role } from "../model/guide.ts";
import { useApp } from "./context.ts";

interface Chosen {
  role: Role;
  areas: readonly string[];
  themes: readonly string[];
}

export function Areas({ value, set }: { value: Chosen; set(part: { areas?: string[]; themes?: string[] }): void }) {
  const { guide, say } = useApp();
  const toggled = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
  const steps = fitting(guide, { ...value, areas: [...value.areas], themes: [...value.themes] }).length;
  return (
    <fieldset class="wb-areas">
      <legend>{say("start.areas")}</legend>
      <p class="hm-small">{say("start.areas-help")}</p>
      {guide.areas.map((area) => {
        const isChosen = value.areas.includes(area.id);
        return (
          <div key={area.id} class="wb-area">
            <label class="wb-check">
              <input
                type="checkbox"
                checked={isChosen}
                onChange={() =>
                  set({
                    areas: toggled(value.areas, area.id),
                    // Themes go with their area.
                    ...(isChosen ? { themes: value.themes.filter((theme) => !theme.startsWith(`${area.id}.`)) } : {}),
                  })
                }
              />
              <strong>{area.title}</strong>
            </label>
            {isChosen && area.themes.length ? (
              <fieldset class="wb-themes">
                <legend>{say("start.themes", { area: area.short })}</legend>
                {area.themes.map((theme) => (
                  <label class="wb-check" key={theme.id}>
                    <input
                      type="checkbox"
                      checked={value.themes.includes(theme.id)}
                      onChange={() => set({ themes: toggled(value.themes, theme.id) })}
                    />
                    {theme.title}
                  </label>
                ))}
              </fieldset>
            ) : null}
          </div>
        );
      })}
      <p role="status">{say("start.steps", { count: steps })}</p>
    </fieldset>
  );
}
