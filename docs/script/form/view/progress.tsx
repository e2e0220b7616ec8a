/** How far each group is, and what is still to be mended, with links to the fields. */
import type { JSX } from "preact";
import type { Finding } from "../data.ts";
import { controlId, focusField, useForm } from "./context.ts";

const NOT_YET = new Set(["empty", "empty-unit", "empty-twin", "id-missing", "basis-text"]);

export function Progress(): JSX.Element {
  const form = useForm();
  const { data, columns, cells, findings } = form;
  return (
    <nav class="hm-progress" aria-label={form.say("form-progress")}>
      <ol>
        {data.groups.map((group) => {
          const own = columns.all.filter((column) => columns.groupOf.get(column.id) === group);
          const errors = own.flatMap((column) => (findings.get(column.id) ?? []).filter((one) => one.severity === "error"));
          const left = errors.filter((one) => NOT_YET.has(one.code)).length;
          const isEmpty = !own.some((column) => cells[column.id]);
          const words = [left && form.say("form-left", { n: left }), errors.length > left && form.say("form-mend", { n: errors.length - left })].filter(Boolean);
          const state = words.length ? words.join(" · ") : form.say(isEmpty ? "form-optional" : "form-done");
          return (
            <li key={group.id} class={words.length || isEmpty ? "" : "hm-is-done"}>
              <a href={`#g-${group.id}`}>{group.title.replace("{n}", "").trim()}</a> <span class="hm-small">{state}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Everything that keeps the case from being handed in, in the order of the fields. */
export function Summary({ errors }: { errors: readonly Finding[] }): JSX.Element {
  const form = useForm();
  if (!errors.length) return <p class="hm-notice">{form.say("form-good")}</p>;
  const go = (event: Event, column: string): void => {
    event.preventDefault();
    focusField(column);
  };
  return (
    <div class="hm-notice hm-errors">
      <p>
        <strong>{form.say("form-summary", { n: errors.length })}</strong>
      </p>
      <ul>
        {errors.map((one) => (
          <li key={one.column + one.code + one.message}>
            <a href={`#${controlId(one.column)}`} onClick={(event) => go(event, one.column)}>
              {form.columns.byId.get(one.column)?.heading}
            </a>{" "}
            {one.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
