/**
 * What the workbench can do, by name: the menus and the tool bar offer it, and show what can be done now.
 */
import type { MenuAction, ToolBarAction, Widget, Widgets } from "pgwidgets-ts/sync";

export interface Command {
  readonly text: string;
  readonly run: () => unknown;
  /** Whether it can be done now. Default: always. */
  readonly possible?: () => boolean;
}

export class Commands<Name extends string> {
  readonly #W: Widgets;
  readonly #commands: Readonly<Record<Name, Command>>;
  readonly #offered: (readonly [Command, MenuAction | ToolBarAction])[] = [];

  constructor(W: Widgets, commands: Readonly<Record<Name, Command>>) {
    this.#W = W;
    this.#commands = commands;
  }

  /** A menu bar with these commands by menu; null is a separator. */
  menuBar(menus: Readonly<Record<string, readonly (Name | null)[]>>): Widget {
    const bar = this.#W.MenuBar();
    for (const [title, names] of Object.entries(menus)) {
      const menu = bar.addName(title);
      for (const name of names) {
        if (name === null) menu.addSeparator();
        else this.#offer(name, menu.addName(this.#commands[name].text));
      }
    }
    return bar;
  }

  toolBar(names: readonly (Name | null)[]): Widget {
    const bar = this.#W.ToolBar();
    for (const name of names) {
      if (name === null) bar.addSeparator();
      else this.#offer(name, bar.addAction(this.#commands[name].text.replace("…", "")));
    }
    return bar;
  }

  /** Lets be chosen what is possible now, and nothing else. */
  refresh(): void {
    for (const [{ possible }, action] of this.#offered) action.setEnabled(possible?.() ?? true);
  }

  #offer(name: Name, action: MenuAction | ToolBarAction): void {
    const command = this.#commands[name];
    this.#offered.push([command, action]);
    action.on("activated", () => command.run());
  }
}
