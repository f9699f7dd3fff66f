/**
 * The questions of the workbench. Each is asked in a dialog of its own and calls back: a handler that waited for the
 * answer would keep the answer from being handled.
 */
import type { Dialog, Session, Widgets } from "pgwidgets-ts/sync";

type Answer = "save" | "discard" | "cancel";

/** Asks what becomes of changes that were not saved. */
export function askAboutChanges(W: Widgets, name: string, answered: (answer: Answer) => unknown): void {
  const dialog = W.Dialog(
    "Save the changes?",
    [
      ["Cancel", "cancel"],
      ["Don't save", "discard"],
      ["Save", "save"],
    ],
    { modal: true },
  );
  dialog.addWidget(W.Label(`"${name}" has changes that were not saved.`, { padding: 12 }));
  dialog.on("activated", (value) => {
    dialog.destroy();
    return answered(value as Answer);
  });
  endWith(dialog, () => answered("cancel"));
  dialog.popup();
}

/** Asks for a line of text; nothing is called when the user cancels. */
export function askForText(
  W: Widgets,
  { title, label, text, button }: Record<"title" | "label" | "text" | "button", string>,
  answered: (text: string) => unknown,
): void {
  const dialog = W.Dialog(
    title,
    [
      ["Cancel", false],
      [button, true],
    ],
    { modal: true },
  );
  const entry = W.TextEntry(text, { tooltip: label, length: 40 });
  const box = W.VBox({ spacing: 6, padding: 12 });
  box.addWidget(W.Label(label), 0);
  box.addWidget(entry, 0);
  dialog.addWidget(box);
  const finish = (agreed: boolean) => {
    const given = entry.getText();
    dialog.destroy();
    return agreed ? answered(given) : undefined;
  };
  dialog.on("activated", (value) => finish(value === true));
  entry.on("activated", () => finish(true));
  endWith(dialog, () => undefined);
  dialog.popup();
  entry.setFocus();
}

/** Tells the user what went wrong. */
export function tell(W: Widgets, title: string, error: unknown): void {
  const dialog = W.Dialog(title, [["OK", null]], { modal: true });
  const text = error instanceof Error ? error.message : String(error);
  dialog.addWidget(W.Label(text, { padding: 12 }));
  dialog.on("activated", () => dialog.destroy());
  endWith(dialog, () => undefined);
  dialog.popup();
}

/** Runs a task of the workbench that may fail; its user is told. */
export async function attempt(session: Session, what: string, task: () => Promise<unknown>): Promise<void> {
  try {
    await task();
  } catch (error) {
    tell(session.getWidgets(), what, error);
  }
}

/** The cross and Escape end a dialog as well. */
function endWith(dialog: Dialog, ended: () => unknown): void {
  dialog.on("close", () => {
    dialog.destroy();
    return ended();
  });
}
