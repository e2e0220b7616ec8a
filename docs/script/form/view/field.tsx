/** One field: its label, how to fill it in, its control, and what is to be mended. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ComponentChildren, JSX, TargetedFocusEvent, TargetedInputEvent, TextareaHTMLAttributes } from "preact";
import type { Column } from "../data.ts";
import { Choice, Several, Basis, Sources, shownText } from "./choose.tsx";
import { controlId, isAsked, useForm } from "./context.ts";

const LONG = new Set(["prose", "lines", "names"]);
/** Fields that are several controls under one name. */
const GROUPED = new Set(["refs", "choices"]);

/** `helpId` names the help where it stands once for several fields. */
export function Field({ column, helpId }: { column: Column; helpId?: string }): JSX.Element {
  const form = useForm();
  const help = helpId === undefined && (column.hint ?? column.explain);
  const { said, describedBy } = useSaid(column, helpId ?? (help && `${controlId(column.id)}-help`));
  const id = controlId(column.id);
  const isGroup = GROUPED.has(column.kind) || column.choices === "basis";
  const lang = /\.(zh|en)$/.exec(column.id)?.[1];
  const name = (
    <>
      {column.label}
      {isAsked(column) && <span class="hm-need">{form.say("form-required")}</span>}
    </>
  );
  const body = (
    <>
      {help && (
        <p class="hm-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Control column={column} describedBy={describedBy} {...(lang && { lang: lang === "zh" ? "zh-CN" : "en" })} />
      <p class="hm-typed" aria-hidden="true">
        {shownText(column, form)}
      </p>
      {said}
    </>
  );
  const whole = `hm-field hm-field--${column.kind}${said ? " hm-field--said" : ""}`;
  return isGroup ? (
    <fieldset class={whole} id={id} tabIndex={-1} aria-describedby={describedBy} onFocusOut={(event) => leaves(event) && form.touch(column.id)}>
      <legend>{name}</legend>
      {body}
    </fieldset>
  ) : (
    <div class={whole}>
      <label for={id}>{name}</label>
      {body}
    </div>
  );
}

/** Whether the focus leaves the group that hears of it. */
function leaves(event: TargetedFocusEvent<HTMLElement>): boolean {
  return !event.currentTarget.contains(event.relatedTarget as Node | null);
}

/** What is to be said of a column now, and the ids that describe its control. */
function useSaid(column: Column, helpId: string | false): { said: ComponentChildren; describedBy: string } {
  const form = useForm();
  const id = controlId(column.id);
  const found = form.isShown(column.id) ? (form.findings.get(column.id) ?? []) : [];
  const described = [helpId, found.length > 0 && `${id}-said`].filter(Boolean).join(" ");
  const said = found.length > 0 && (
    <ul class="hm-said" id={`${id}-said`}>
      {found.map((one) => (
        <li class={`hm-said--${one.severity}`} key={one.code + one.message}>
          {one.severity === "note" && <strong>{form.say("form-advice")} </strong>}
          {one.message}{" "}
          {one.help !== column.explain && <span class="hm-mend">{one.help}</span>}
          {one.code.startsWith("KB") && (
            <a href={`rules/${one.code}.html`} target="_blank">
              {one.code}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
  return { said, describedBy: described };
}

function Control({ column, describedBy, lang }: { column: Column; describedBy: string; lang?: string }): JSX.Element {
  const form = useForm();
  if (column.kind === "choices") return <Several column={column} />;
  if (column.kind === "refs") return <Sources column={column} />;
  if (column.choices === "basis") return <Basis column={column} />;
  const isBad = form.isShown(column.id) && (form.findings.get(column.id) ?? []).some((one) => one.severity === "error");
  const common = {
    id: controlId(column.id),
    value: form.cells[column.id] ?? "",
    "aria-describedby": describedBy || undefined,
    "aria-invalid": isBad || undefined,
    "aria-required": isAsked(column) || undefined,
    onBlur: () => form.touch(column.id),
  };
  if (column.kind === "choice") return <Choice column={column} common={common} />;
  const onInput = (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>): void => form.change(column.id, event.currentTarget.value);
  if (column.kind === "line" || LONG.has(column.kind)) return <Area common={{ ...common, onInput, lang }} rows={LONG.has(column.kind) ? 3 : 1} />;
  const mode = column.kind === "year" ? "numeric" : column.kind === "number" ? "decimal" : column.kind === "url" ? "url" : "text";
  return <input {...common} type="text" inputMode={mode} autocomplete="off" spellcheck={false} onInput={onInput} />;
}

/** A box that is as high as its text. */
function Area({ common, rows }: { common: TextareaHTMLAttributes; rows: number }): JSX.Element {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = "auto";
    if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }, [common.value]);
  return <textarea {...common} ref={box} rows={rows} />;
}
