/** The groups of fields, in the order of the template. */
import type { JSX } from "preact";
import { numbered } from "../columns.ts";
import type { Column, Group } from "../data.ts";
import { controlId, useForm } from "./context.ts";
import { Field } from "./field.tsx";

export function GroupSection({ group }: { group: Group }): JSX.Element {
  const form = useForm();
  const title = group.title.replace("{n}", "").trim();
  const id = `g-${group.id}`;
  return (
    <section class="hm-group-of-fields" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      {group.repeat ? <Repeated group={group} /> : <Units columns={group.columns} isNamed />}
      {group.repeat && form.shown(group.id) === form.data.limits.most && <p class="hm-small">{form.say("form-most", { n: form.data.limits.most })}</p>}
    </section>
  );
}

/** The same fields several times, each time in a box that can be taken out. */
function Repeated({ group }: { group: Group }): JSX.Element {
  const form = useForm();
  const shown = form.shown(group.id);
  const nameOf = (n: number): string => group.title.replace("{n}", String(n));
  const add = `${controlId(group.id)}-add`;
  return (
    <>
      {Array.from({ length: shown }, (_, at) => at + 1).map((n) => (
        <fieldset class={`hm-item${n > 1 ? " hm-again" : ""}`} key={n}>
          <legend>{nameOf(n)}</legend>
          <Units columns={numbered(group, n)} />
          {shown > group.least && (
            <button
              type="button"
              class="hm-take-out"
              onClick={() => {
                form.removeGroup(group.id, n);
                document.getElementById(add)?.focus();
              }}
            >
              {form.say("form-remove-group", { name: nameOf(n) })}
            </button>
          )}
        </fieldset>
      ))}
      {shown < form.data.limits.most && (
        <button type="button" id={add} class="hm-add-group" onClick={() => form.addGroup(group.id)}>
          {form.say("form-add-group", { name: nameOf(shown + 1) })}
        </button>
      )}
    </>
  );
}

/** Columns by what is filled in as one: a statement, a text in both languages, a single field. */
function Units({ columns, isNamed = false }: { columns: Column[]; isNamed?: boolean }): JSX.Element {
  const stems = [...new Set(columns.map(stemOf))];
  return (
    <>
      {stems.map((stem) => {
        const own = columns.filter((column) => stemOf(column) === stem);
        if (own.some((column) => column.choices === "basis")) return <Statement key={stem} columns={own} isNamed={isNamed} />;
        if (own.length === 1) return <Field key={stem} column={own[0] as Column} />;
        return <Pair key={stem} columns={own} />;
      })}
    </>
  );
}

function stemOf(column: Column): string {
  return column.id.replace(/\.(?:basis|text\.(?:zh|en)|sources|zh|en)$/, "");
}

function Pair({ columns }: { columns: Column[] }): JSX.Element {
  const [zh, en] = columns as [Column, Column];
  const helpId = `${controlId(zh.id)}-help`;
  return (
    <div class="hm-pair">
      <p class="hm-help" id={helpId}>
        {zh.hint ?? zh.explain}
      </p>
      <Field column={zh} helpId={helpId} />
      <Field column={en} helpId={helpId} />
    </div>
  );
}

/** A statement: on what it rests, its text, its sources; the last two only where they have something to say. */
function Statement({ columns, isNamed }: { columns: Column[]; isNamed: boolean }): JSX.Element {
  const { cells } = useForm();
  const [basis, zh, en, sources] = columns as [Column, Column, Column, Column];
  const isBare = cells[basis.id] === "not-stated" && ![zh, en, sources].some((column) => cells[column.id]);
  const inside = (
    <>
      <Field column={basis} />
      {!isBare && <Pair columns={[zh, en]} />}
      {!isBare && <Field column={sources} />}
    </>
  );
  if (!isNamed) return inside;
  return (
    <fieldset class="hm-item">
      <legend>{basis.unitTitle}</legend>
      {inside}
    </fieldset>
  );
}
