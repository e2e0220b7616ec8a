/** What must not be entered, where the data are, and how to clear a shared computer: said at once and wherever one starts. */
import { useApp } from "./context.ts";

export function Warning() {
  const { say } = useApp();
  return (
    <div class="hm-notice wb-warning">
      <p>
        <strong>{say("page.no-secrets")}</strong>
      </p>
      <p>{say("page.stays-here")}</p>
    </div>
  );
}
