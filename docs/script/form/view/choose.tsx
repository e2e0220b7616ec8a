/** Controls to choose with: one of a list, several, on what a statement rests, and sources by number. */
import { useRef, useState } from "preact/hooks";
import type { JSX, SelectHTMLAttributes, TargetedEvent } from "preact";
import type { Column } from "../data.ts";
import { numbersOf } from "../groups.ts";
import { controlId, useForm, type Form } from "./context.ts";

/** Lists that are no longer than this are shown whole. */
const SHORT = 8;

function optionsOf(column: Column, form: Form): [string, string][] {
  return (form.data.choices[column.choices ?? ""] ?? []).map(([id, label]) => [id, label]);
}

/** What is offered: of the steps those of the requirements that are chosen. */
function offered(column: Column, form: Form): [string, string][] {
  if (column.choices !== "step") return optionsOf(column, form);
  const requirements = (form.cells.requirements ?? "").split("\n");
  return optionsOf(column, form).filter(([id]) => requirements.includes(id.slice(0, id.lastIndexOf("."))));
}

/** What a field holds, as one reads it on paper. */
export function shownText(column: Column, form: Form): string {
  const text = form.cells[column.id] ?? "";
  if (!column.choices) return text;
  const options = new Map(optionsOf(column, form));
  return text.split("\n").map((id) => options.get(id) ?? id).join(form.data.lang === "zh" ? "、" : ", ");
}

/** One of a list; cities stand by province. A choice that the guide no longer has stays until another is made. */
export function Choice({ column, common }: { column: Column; common: SelectHTMLAttributes }): JSX.Element {
  const form = useForm();
  const options = optionsOf(column, form);
  const value = form.cells[column.id] ?? "";
  const choose = (event: TargetedEvent<HTMLSelectElement>): void => form.change(column.id, event.currentTarget.value);
  const list = (some: [string, string][]): JSX.Element[] => some.map(([id, label]) => <option value={id}>{label}</option>);
  return (
    <select {...common} onChange={choose}>
      <option value="">{form.say("form-choose")}</option>
      {value && !options.some(([id]) => id === value) && <option value={value}>{value}</option>}
      {column.choices === "city"
        ? Object.entries(form.data.provinces).map(([province, name]) => (
            <optgroup label={name}>{list(options.filter(([id]) => (form.data.homes[id] ?? id) === province))}</optgroup>
          ))
        : list(options)}
    </select>
  );
}

/** Several of a list: boxes to tick where it is short, else a list to add from. */
export function Several({ column }: { column: Column }): JSX.Element {
  const form = useForm();
  const options = optionsOf(column, form);
  const chosen = (form.cells[column.id] ?? "").split("\n").filter(Boolean);
  const put = (ids: string[]): void => form.change(column.id, ids.join("\n"));
  const toggle = (id: string, isOn: boolean): void => put(options.map(([one]) => one).filter((one) => (one === id ? isOn : chosen.includes(one))));
  const select = useRef<HTMLSelectElement>(null);
  // By keyboard a list changes at every step, so what is chosen is added by a button, or on leaving it.
  const [waiting, setWaiting] = useState("");
  const add = (): void => {
    if (waiting) put([...chosen, waiting]);
    setWaiting("");
  };
  if (options.length <= SHORT) return <Boxes options={options} chosen={chosen} toggle={toggle} />;
  const names = new Map(options);
  return (
    <div class="hm-several">
      {chosen.length > 0 && (
        <ul aria-label={form.say("form-chosen")}>
          {chosen.map((id) => (
            <li key={id}>
              <span>{names.get(id) ?? id}</span>
              <button
                type="button"
                aria-label={form.say("form-remove", { name: names.get(id) ?? id })}
                onClick={() => {
                  put(chosen.filter((one) => one !== id));
                  select.current?.focus();
                }}
              >
                {form.say("form-remove-short")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="hm-add" onFocusOut={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || add()}>
        <label>
          <span>{form.say("form-add")}</span>
          <select ref={select} value={waiting} onChange={(event) => setWaiting(event.currentTarget.value)}>
            <option value="">{form.say("form-choose")}</option>
            {offered(column, form).filter(([id]) => !chosen.includes(id)).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          onClick={() => {
            add();
            select.current?.focus();
          }}
        >
          {form.say("form-add-this")}
        </button>
      </div>
    </div>
  );
}

function Boxes({ options, chosen, toggle }: { options: [string, string][]; chosen: string[]; toggle(id: string, isOn: boolean): void }): JSX.Element {
  return (
    <div class="hm-boxes">
      {options.map(([id, name]) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} /> <span>{name}</span>
        </label>
      ))}
    </div>
  );
}

/** On what a statement rests. */
export function Basis({ column }: { column: Column }): JSX.Element {
  const form = useForm();
  return (
    <div class="hm-boxes">
      {optionsOf(column, form).map(([id, name]) => (
        <label key={id}>
          <input type="radio" name={controlId(column.id)} checked={form.cells[column.id] === id} onChange={() => form.change(column.id, id)} /> <span>{name}</span>
        </label>
      ))}
    </div>
  );
}

/** Sources by their numbers: one for a result, several for a statement. */
export function Sources({ column }: { column: Column }): JSX.Element {
  const form = useForm();
  const { lang } = form.data;
  const numbers = Array.from({ length: form.shown("sources") }, (_, at) => at + 1);
  const chosen = numbersOf(form.cells[column.id] ?? "");
  const isOne = column.id.endsWith(".source");
  const title = form.data.groups.find((group) => group.id === "sources")?.title ?? "{n}";
  const toggle = (number: number, isOn: boolean): void => {
    const kept = isOne ? [] : chosen.filter((one) => one !== number);
    form.change(column.id, (isOn ? [...kept, number] : kept).sort((a, b) => a - b).join("、"));
  };
  return (
    <div class="hm-boxes">
      {numbers.map((number) => (
        <label key={number}>
          <input
            type={isOne ? "radio" : "checkbox"}
            name={controlId(column.id)}
            checked={chosen.includes(number)}
            onChange={(event) => toggle(number, event.currentTarget.checked)}
          />{" "}
          <span>
            {title.replace("{n}", String(number))} <span class="hm-small">{form.cells[`sources.${number}.title.${lang}`] ?? ""}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
