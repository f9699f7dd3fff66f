/**
 * The strip at the top: pages or windows, theme, density and direction.
 */
import type { MenuAction, ToolBar, ToolBarAction, Widgets } from "pgwidgets-ts/sync";

/** One of several ways, chosen from a menu that tells which. The first holds at the start. */
export interface Switch {
  readonly title: string;
  readonly choices: readonly (readonly [name: string, choose: () => void])[];
}

/** The strip, with a menu for each switch. */
export function switchBar(W: Widgets, title: string, switches: readonly Switch[]): ToolBar {
  const bar = W.ToolBar();
  bar.addWidget(W.Label(title, { font: [null, 11, "bold"], padding: [6, 4, 8, 4] }));
  bar.addSpacer();
  for (const each of switches) bar.addWidget(switchAction(W, each));
  return bar;
}

function switchAction(W: Widgets, { title, choices }: Switch): ToolBarAction {
  const menu = W.Menu();
  const action = W.ToolBarAction({ menu });
  const lines: MenuAction[] = [];
  const show = (chosenName: string) => {
    action.setText(`${title}: ${chosenName}`);
    for (const [i, line] of lines.entries()) line.setChecked(choices[i]?.[0] === chosenName);
  };
  for (const [name, choose] of choices) {
    const line = menu.addName(name, true);
    line.on("activated", () => {
      show(name);
      choose();
    });
    lines.push(line);
  }
  show(choices[0]?.[0] ?? "");
  return action;
}
