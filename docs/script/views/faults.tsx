/** What went wrong with keeping the work, in plain words, with what to do about it. */
import { useApp } from "./context.ts";
import { fileName, handOver } from "./load.ts";

export function Faults() {
  const { store, say, go, route } = useApp();
  return (
    <div class="wb-faults" role="alert">
      {store.faults().map((fault) => (
        <div class="wb-fault" key={fault.code}>
          <p>
            <strong>{say(`store.${fault.code}`, fault.values)}</strong> {say(`store.${fault.code}-help`, fault.values)}
          </p>
          <p class="wb-tools">
            {fault.retry ? (
              <button type="button" onClick={() => void store.retry()}>
                {say("app.retry")}
              </button>
            ) : null}
            {fault.raw ? (
              <button
                type="button"
                onClick={() => handOver(new Blob([fault.raw!], { type: "application/json" }), fileName(say("app.raw-file"), "json"))}
              >
                {say("app.save-raw")}
              </button>
            ) : null}
            {route.id ? (
              <button type="button" onClick={() => go({ view: "files" })}>
                {say("app.save-file")}
              </button>
            ) : null}
            <button type="button" class="wb-quiet" onClick={() => store.dismiss(fault.code)}>
              {say("app.understood")}
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}
