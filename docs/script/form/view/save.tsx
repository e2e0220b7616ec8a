/** What can be done with a case: files, its text, and links to the repository. Nothing is sent by itself. */
import { useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { caseSheet } from "../sheet.ts";
import { copyText, download, loadTemplate } from "../browser.ts";
import { fileLink, issueLink } from "../repository.ts";
import { caseText, type Values } from "../yaml.ts";
import { useForm } from "./context.ts";

interface Props {
  values: Values;
  isGood: boolean;
  root: string;
  /** Shows what is still to be mended, and leads there. */
  showErrors(): void;
}

export function Save({ values, isGood, root, showErrors }: Props): JSX.Element {
  const form = useForm();
  const [told, tell] = useState("");
  const [isOpen, open] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const id = typeof values.id === "string" ? values.id : "";
  const slug = id.split("/")[1] ?? "";
  const text = isGood ? caseText(values, form.data) : "";

  function saveText(): void {
    if (!isGood) return showErrors();
    download(`${slug}.yaml`, text, "application/yaml");
    tell(form.say("form-saved", { name: `${slug}.yaml`, place: `${id}.yaml` }));
  }

  async function saveSheet(): Promise<void> {
    const blank = await loadTemplate(root, form.data.lang);
    if (!blank) return tell(form.say("form-no-template"));
    const name = `${slug || "case"}.xlsx`;
    download(name, caseSheet(blank, form.data, form.columns, form.cells), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    tell(form.say("form-saved-xlsx", { name }));
  }

  async function copy(): Promise<void> {
    if (!isGood) return showErrors();
    open(true);
    tell(form.say((await copyText(text, () => box.current)) ? "form-copied" : "form-not-copied"));
  }

  return (
    <section class="hm-save" aria-labelledby="g-save">
      <h3 id="g-save" tabIndex={-1}>
        {form.say("form-save")}
      </h3>
      {/MicroMessenger/i.test(navigator.userAgent) && <p class="hm-notice">{form.say("form-wechat")}</p>}
      <p class="hm-help">{form.say("form-save-note")}</p>
      <p class="hm-actions">
        <button type="button" class="hm-main-action" onClick={saveText}>
          {form.say("form-save-yaml")}
        </button>
        <button type="button" onClick={() => void saveSheet()}>
          {form.say("form-save-xlsx")}
        </button>
        <button type="button" onClick={() => void copy()}>
          {form.say("form-show-text")}
        </button>
      </p>
      <p role="status">{told}</p>
      {isOpen && isGood && (
        <label class="hm-field">
          <span>{form.say("form-text")}</span>
          <textarea ref={box} readOnly rows={12} value={text} spellcheck={false} />
        </label>
      )}
      {isGood && <Repository id={id} text={text} />}
    </section>
  );
}

function Repository({ id, text }: { id: string; text: string }): JSX.Element | null {
  const form = useForm();
  const { repository } = form.data;
  if (!repository) return null;
  const links = [
    { words: "form-new-file", ...fileLink(repository.new, id, text) },
    { words: "form-new-issue", ...issueLink(repository.issue, form.cells, form.columns, form.data) },
  ];
  return (
    <div class="hm-repository">
      <p class="hm-help">{form.say("form-repository-note")}</p>
      <ul>
        {links.map(({ words, url, isTooLong }) => (
          <li key={words}>
            <a href={url} target="_blank" rel="noopener noreferrer external">
              {form.say(words)}
            </a>
            {isTooLong && <span class="hm-small"> {form.say("form-too-long")}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
