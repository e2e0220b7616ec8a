/** Checklists that were deleted a while ago and can be brought back. */
import { useApp } from "./context.ts";

export function Removed() {
  const { say, store } = useApp();
  const removed = store.removed();
  if (!removed.length) return null;
  return (
    <details class="wb-more">
      <summary>{say("shelf.deleted", { count: removed.length })}</summary>
      <ul>
        {removed.map((checklist) => (
          <li key={checklist.id}>
            <span id={`wb-removed-${checklist.id}`}>{checklist.name}</span>{" "}
            <button type="button" class="wb-quiet" aria-describedby={`wb-removed-${checklist.id}`} onClick={() => store.restore(checklist.id)}>
              {say("shelf.restore")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
