import { expect, it } from "vitest";
import { Application as AsyncApplication, VBox as AsyncVBox } from "../../generated/async/index.js";
import { Application, Button, type Session } from "../../generated/sync/index.js";

it("a class of the program's own stands beside the generated ones", () => {
  const app = new Application({ logger: null });
  class Counter extends Button {
    count = 0;
    constructor(session: Session) {
      super(session, "0");
      this.on("activated", () => this.setText(String(++this.count)));
    }
  }
  app.registerWidget("Counter", Counter);
  const W = app.createSession().getWidgets() as unknown as {
    Counter(): Counter;
    Button(text: string): Button;
  };
  expect(W.Counter()).toBeInstanceOf(Counter);
  expect(W.Counter().getText()).toBe("0");
  expect(W.Button("x").getText()).toBe("x");
  expect(() => app.registerWidget("counter", Counter)).toThrow(
    "registerWidget: name: expected a PascalCase name",
  );
  expect(() => app.registerWidget("Map", Map as never)).toThrow(
    "expected a class derived from a widget class",
  );
});

it("in the async face it is made with await", async () => {
  const app = new AsyncApplication({ logger: null });
  class Panel extends AsyncVBox {
    ready = false;
    override async initialize(): Promise<void> {
      this.ready = true;
    }
  }
  app.registerWidget("Panel", Panel);
  const W = app.createSession().getWidgets() as unknown as { Panel(): Promise<Panel> };
  expect((await W.Panel()).ready).toBe(true);
});
