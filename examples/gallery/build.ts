/**
 * The gallery of one visitor: what is shown, and how its parts follow each other.
 */
import type { Density, Session, ThemeBase } from "pgwidgets-ts/sync";
import type { Entry } from "./catalogue.js";
import { type Collection, sampleOf } from "./collection.js";
import { Exhibit } from "./exhibit.js";
import { Log } from "./log.js";
import { type Choice, Navigator } from "./navigator.js";
import { OptionPanel } from "./options/panel.js";
import { Shell } from "./shell.js";
import { SourceView } from "./source-view.js";
import { Stage } from "./stage.js";
import { type Switch, switchBar } from "./switches.js";

/** The gallery of a visitor, for a program that shows something in it. */
export interface Gallery {
  /** Shows a widget, or all of a category, as if the visitor had chosen it. */
  open(choice: Choice): void;
}

/** Builds the gallery in a session. */
export function build(session: Session, collection: Collection): Gallery {
  const { catalogue } = collection;
  const W = session.getWidgets();
  const exhibits = new Map<string, Exhibit>();
  let choice: Choice = { category: "buttons" };
  let current: Exhibit | null = null;

  const log = new Log(W);
  const source = new SourceView(W);
  const options = new OptionPanel(W, catalogue.types, (property, value) => {
    if (current?.set(property, value) === true) options.replace(current.widget);
  });
  const stage = new Stage(W, {
    chosen(exhibit) {
      inspect(exhibit);
      if (stage.view === "pages") shell.showOptions();
    },
    closed(exhibit) {
      exhibits.delete(exhibit.entry.name);
      exhibit.destroy();
      if (current === exhibit) inspect(null);
    },
  });
  const navigator = new Navigator(W, catalogue, (chosen) => {
    open(chosen);
    shell.showStage();
  });
  const view: Switch = {
    title: "View",
    choices: [
      ["Pages", () => stage.setView("pages", chosenExhibits())],
      ["Windows", () => stage.setView("windows", chosenExhibits())],
    ],
  };
  const header = switchBar(W, "pgwidgets-ts", [view, ...lookSwitches(session)]);
  const shell = new Shell(
    W,
    {
      header,
      navigator: navigator.widget,
      stage: stage.widget,
      options: options.widget,
      source: source.widget,
      log: log.widget,
    },
    (isNarrow) => stage.setNarrow(isNarrow),
  );
  const show = (chosen: Choice) => {
    navigator.show(chosen);
    open(chosen);
  };
  show(choice);
  shell.show();
  return { open: show };

  function open(chosen: Choice): void {
    choice = chosen;
    const shown = chosenExhibits();
    stage.show(shown);
    inspect(shown[0] ?? null);
  }

  function inspect(exhibit: Exhibit | null): void {
    if (exhibit === current) return;
    current = exhibit;
    if (exhibit === null) options.clear();
    else options.open(exhibit.entry, exhibit.widget);
    source.show(exhibit?.sample.source ?? "");
  }

  function chosenExhibits(): Exhibit[] {
    const isChosen = ({ name, category }: Entry) =>
      "widget" in choice ? name === choice.widget : category === choice.category;
    return catalogue.entries.filter(isChosen).map(exhibitOf);
  }

  /** The sample of a class, as it was left. */
  function exhibitOf(entry: Entry): Exhibit {
    const known = exhibits.get(entry.name);
    if (known !== undefined) return known;
    const sample = sampleOf(collection, entry.name);
    const made = new Exhibit(W, catalogue.types, entry, sample, (exhibit, widget) => {
      const isHeard = () => exhibit.isShown;
      log.follow(widget, isHeard, () => {
        if (exhibit === current && widget === exhibit.widget) options.refresh();
      });
    });
    exhibits.set(entry.name, made);
    return made;
  }
}

/** The look of the visitor's own pages. */
function lookSwitches(session: Session): Switch[] {
  let base: ThemeBase = "system";
  let density: Density = "comfortable";
  const look = (change: () => void) => () => {
    change();
    session.setTheme({ base, density });
  };
  const bases = [
    ["System", "system"],
    ["Light", "light"],
    ["Dark", "dark"],
  ] as const;
  const densities = [
    ["Comfortable", "comfortable"],
    ["Compact", "compact"],
  ] as const;
  return [
    { title: "Theme", choices: bases.map(([name, value]) => [name, look(() => (base = value))]) },
    { title: "Density", choices: densities.map(([name, value]) => [name, look(() => (density = value))]) },
    {
      title: "Direction",
      choices: [
        ["Left to right", () => session.setDirection("ltr")],
        ["Right to left", () => session.setDirection("rtl")],
      ],
    },
  ];
}
