/**
 * One line that says whether all is well: green without an alarm, red with a new one, amber when all were seen.
 */
import type { Label, Widgets } from "pgwidgets-ts/sync";
import type { Alarm } from "./alarms.js";

/** Ground and text; each pair can be read in the light and in the dark. */
const looks = {
  none: ["#166534", "#ffffff"],
  fresh: ["#b91c1c", "#ffffff"],
  seen: ["#f6c453", "#3b2a00"],
} as const;

export class AlarmLine {
  readonly widget: Label;

  constructor(W: Widgets) {
    this.widget = W.Label("", { padding: [12, 8, 12, 8], font: [null, null, "bold"] });
    this.show([]);
  }

  show(alarms: readonly Alarm[]): void {
    const texts = alarms.map(({ text, acknowledged }) => (acknowledged ? `${text} (seen)` : text));
    this.widget.setText(texts.join("   ·   ") || "No alarm");
    const fresh = alarms.some(({ acknowledged }) => !acknowledged);
    this.widget.setColor(...looks[fresh ? "fresh" : alarms.length > 0 ? "seen" : "none"]);
  }
}
