/** What must not be filled in here, and where it is kept: in full until it was read once, then in one line; never gone. */
import { useEffect, useState } from "preact/hooks";
import { useApp } from "./context.ts";

export function Warning() {
  const { say, store, guide } = useApp();
  const [isAsked, setAsked] = useState(false);
  const wasRead = store.settings().warned === true;
  // From here on the page's own words, which stand there without script, are said by the workbench.
  useEffect(() => document.body.classList.add("wb-runs"), []);
  return (
    <p class="hm-notice wb-warning" role="note">
      <strong>{say("page.no-secrets")}</strong>
      {!wasRead || isAsked ? (
        <span class="wb-rest">
          {guide.lang === "en" ? " " : ""}
          {say("page.stays-here")}
        </span>
      ) : null}{" "}
      {wasRead ? (
        <button type="button" class="wb-link" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          {say(isAsked ? "page.fold" : "page.unfold")}
        </button>
      ) : (
        <button type="button" onClick={() => store.set({ warned: true })}>
          {say("app.understood")}
        </button>
      )}
    </p>
  );
}
