/** Dialogs, also where the browser (Safari before 15.4) knows none: there they stand open in their place. */
export function openDialog(dialog: HTMLDialogElement | null): void {
  if (typeof dialog?.showModal === "function") dialog.showModal();
  else dialog?.setAttribute("open", "");
}

export function closeDialog(dialog: HTMLDialogElement | null): void {
  if (typeof dialog?.close === "function") dialog.close();
  else dialog?.removeAttribute("open");
}
