/**
 * What must compile, and what must not. `tsc` is the test: a line after `@ts-expect-error` that compiles is a fault.
 */

import {
  Application as AsyncApplication,
  Button as AsyncButton,
  type Session as AsyncSession,
} from "pgwidgets-ts/async";
import {
  Application,
  Button,
  type Button as ButtonType,
  type Session,
  type Widgets,
} from "pgwidgets-ts/sync";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Equal<A, B>): void => {};

export function sync(session: Session): void {
  const W = session.getWidgets();
  same<typeof W, Widgets>(true);

  // Construction
  same<ReturnType<typeof W.Button>, ButtonType>(true);
  W.Button();
  W.Button("OK");
  W.Button({ text: "OK", tooltip: "x", color: ["red"], minSize: [10, null] });
  W.Button("OK", { size: [10, 20] });
  new W.Button("OK");
  new Button(session, "OK");
  new Button(session, { text: "OK" });
  // @ts-expect-error a misspelt option
  W.Button({ tooltop: "x" });
  // @ts-expect-error a misspelt option beside a positional argument
  W.Button("OK", { txet: "x" });
  // @ts-expect-error a wrong type
  W.Button(5);
  // @ts-expect-error a wrong type in an option
  W.Slider({ min: "0" });
  // @ts-expect-error a value that is none of its literals
  W.Slider({ orientation: "diagonal" });
  // @ts-expect-error a class that does not exist
  W.Buton("OK");
  // @ts-expect-error a class that another one makes
  W.MDISubWindow();
  // @ts-expect-error a session is needed without the namespace
  new Button("OK");

  // Methods
  const slider = W.Slider();
  same<ReturnType<typeof slider.getValue>, number>(true);
  slider.setLimits(0, 1);
  slider.setLimits(0, 1, null);
  // @ts-expect-error a misspelt method
  slider.setValues(3);
  // @ts-expect-error a wrong type of argument
  slider.setValue("3");
  // @ts-expect-error a missing argument
  slider.setLimits(0);
  // @ts-expect-error setters of the sync face give nothing
  slider.setValue(3).then();
  same<ReturnType<typeof slider.getPosition>, Promise<[number, number] | null>>(true);

  // Callbacks
  slider.on("activated", (value) => same<typeof value, number>(true));
  slider.on("resize", (size) => size.width.toFixed());
  slider.on("activated", (value, name: string, twice: boolean) => [value, name, twice], "a", true);
  slider.addCallback("activated", (widget, value) => widget.setValue(value + 1));
  // @ts-expect-error a misspelt action
  slider.on("actived", () => {});
  // @ts-expect-error a handler that wants another type
  slider.on("activated", (value: string) => value);
  // @ts-expect-error an extra argument that the handler does not take
  slider.on("activated", (value, name: string) => [value, name], 5);
  const off = slider.on({ activated: (value) => same<typeof value, number>(true), resize: undefined });
  same<typeof off, () => void>(true);
  slider.on({
    activated: (value) => value.toFixed(),
    // @ts-expect-error a misspelt action
    rezise: () => {},
  });
  // @ts-expect-error a misspelt action alone
  slider.on({ actived: () => {} });
  // @ts-expect-error a handler that wants another type
  slider.on({ activated: (value: string) => value });
  // @ts-expect-error no function
  slider.on({ activated: "save" });
  // @ts-expect-error extra arguments go with one action
  slider.on({ activated: (value) => value }, 5);
  const label = W.Label("x", { interactive: true });
  label.on("pointer-down", (event) => event.viewportX.toFixed());
  // @ts-expect-error names of the wire are not those of the surface
  label.on("pointer-down", (event) => event.viewport_x);

  // Widgets in widgets
  const box = W.VBox();
  box.addWidget(slider, 1);
  W.RadioButton("b", { group: W.RadioButton("a") });
  // @ts-expect-error a widget of another class
  W.RadioButton("b", { group: slider });
  // @ts-expect-error no widget
  box.addWidget("label");

  // Classes of one's own
  class Mine extends W.Button {
    constructor() {
      super("mine", { tooltip: "x" });
      this.on("activated", () => this.setText("pressed"));
      this.on({ activated: () => this.setText("pressed"), resize: ({ width }) => width.toFixed() });
    }
  }
  class Other extends Button {
    shout(): void {
      this.setText(this.getText().toUpperCase());
    }
  }
  box.addWidget(new Mine());
  box.addWidget(new Other(session, "x"));
}

export async function async(session: AsyncSession): Promise<void> {
  const W = session.getWidgets();
  const button = await W.Button("OK");
  same<ReturnType<typeof button.setText>, Promise<void>>(true);
  same<ReturnType<typeof button.getText>, string>(true);
  // @ts-expect-error calling it gives a promise
  W.Button("OK").setText("x");
  class Panel extends W.VBox {
    title = "";
    override async initialize(): Promise<void> {
      await this.addWidget(button);
    }
  }
  const panel = await Panel.create({ spacing: 4 });
  same<typeof panel, Panel>(true);
  // @ts-expect-error a misspelt option
  await Panel.create({ spaceing: 4 });
  same<typeof button, AsyncButton>(true);
  await AsyncButton.create(session, "OK");
  await AsyncButton.create(session, { text: "OK" });
  // @ts-expect-error a misspelt option
  await AsyncButton.create(session, { text: "OK", txet: "x" });
  // @ts-expect-error a misspelt action
  button.on("actived", () => {});
  button.on({ activated: () => button.setText("pressed") });
  // @ts-expect-error a misspelt action
  button.on({ actived: () => {} });
}

new Application({ maxSessions: 4 });
new AsyncApplication();
// @ts-expect-error a misspelt option
new Application({ maxSession: 4 });
// @ts-expect-error a wrong type
new Application({ wsPort: "9500" });
