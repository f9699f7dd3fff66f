import { describe, expect, it } from "vitest";
import { Application, type ApplicationOptions, type Session } from "../../generated/sync/index.js";
import { openPage } from "../../runtime/testing/index.js";

function program(build: (session: Session) => unknown, options: ApplicationOptions = {}) {
  const app = new Application({ logger: null, ...options });
  app.onConnect(build);
  return app;
}

function counter(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Counter" });
  const box = W.VBox();
  const label = W.Label("0");
  const button = W.Button("Add");
  const off = W.Button({ text: "Off", enabled: false });
  button.on("activated", () => label.setText(String(Number(label.getText()) + 1)));
  for (const each of [label, button, off]) box.addWidget(each);
  top.setWidget(box);
  top.show();
}

describe("a page in memory", () => {
  it("joins a fresh session and shows what onConnect has built", async () => {
    const page = await openPage(program(counter));
    expect(page.show()).toBe(
      [
        '- dialog "Counter"',
        "  - VBox",
        '    - Label "0"',
        '    - button "Add"',
        '    - button "Off" [disabled]',
      ].join("\n"),
    );
    expect(page.isConnected).toBe(true);
    expect(page.session.connections[0]?.viewport).toEqual([1024, 768]);
  });

  it("clicks, and shows the answer", async () => {
    const page = await openPage(program(counter));
    await page.click(page.find("Button", { text: "Add" }));
    await page.click(page.findByRole("button", { name: /^A/ }));
    expect(page.find("Label").name).toBe("2");
    expect(page.find("Label").get("text")).toBe("2");
    expect(page.findByText("2").class).toBe("Label");
  });

  it("waits for handlers that take their time", async () => {
    const page = await openPage(
      program(async (session) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        counter(session);
      }),
    );
    expect(page.find("Label").name).toBe("0");
  });

  it("says what is there when it finds nothing or too much", async () => {
    const page = await openPage(program(counter));
    expect(() => page.find("Slider")).toThrow(
      /There is no Slider on the page. The page shows:\n- dialog "Counter"/,
    );
    expect(() => page.find("Button")).toThrow('2 widgets are Button: Button#4 "Add", Button#5 "Off"');
    expect(page.findAll("Slider")).toEqual([]);
    expect(page.findAllByRole("button").map((each) => each.name)).toEqual(["Add", "Off"]);
  });

  it("lets nobody use what is disabled, hidden, or in no window", async () => {
    const page = await openPage(
      program((session) => {
        counter(session);
        const W = session.getWidgets();
        W.Button("Loose");
        W.TopLevel({ title: "Never shown" }).setWidget(W.Button("Inside"));
      }),
    );
    await expect(page.click(page.findByText("Off"))).rejects.toThrow('Button#5 "Off": it is disabled');
    const loose = page.find("Button", { text: "Loose", hidden: true });
    await expect(page.click(loose)).rejects.toThrow("is in no window");
    expect(() => page.findByText("Inside")).toThrow('TopLevel#7 "Never shown" is hidden');
    await expect(page.check(page.findByText("Add"))).rejects.toThrow("What can be done with it: click");
    await expect(page.fire(page.findByText("Add"), "nonsense")).rejects.toThrow('no callback "nonsense"');
  });

  it("comes back to its session, and a second page joins it", async () => {
    const app = program(counter);
    const left: string[] = [];
    app.onDisconnect((session) => left.push(session.id));
    const page = await openPage(app);
    const { session } = page;
    const add = page.findByText("Add");
    await page.click(add);
    const second = await page.join();
    expect(second.session).toBe(session);
    await second.click(second.findByText("Add"));
    expect(page.find("Label").name).toBe("2");
    await page.disconnect();
    expect([page.isConnected, page.closed?.code, left]).toEqual([false, 1001, [session.id]]);
    await expect(page.click(add)).rejects.toThrow("The page is not connected: it was closed with 1001");
    await second.click(second.findByText("Add"));
    expect(page.find("Label").name).toBe("2");
    await page.reconnect();
    expect(page.session).toBe(session);
    expect(page.show()).toBe(second.show());
    await page.click(add);
    expect(second.find("Label").name).toBe("4");
    expect(app.sessions.size).toBe(1);
  });

  it("waits for a seat, and is turned away with a wrong token", async () => {
    const app = program(counter, { maxSessions: 1 });
    const page = await openPage(app);
    const next = await openPage(app);
    expect([next.waiting, next.isConnected]).toEqual([1, false]);
    expect(() => next.session).toThrow("it waits for a seat, at place 1");
    await page.disconnect();
    await next.settle();
    expect([next.waiting, next.isConnected]).toEqual([null, true]);
    const { sessionId } = next.credentials ?? { sessionId: "" };
    const wrong = await openPage(app, { credentials: { sessionId, token: "guessed" } });
    expect(wrong.closed?.code).toBe(4001);
    await app.close();
    expect(next.closed?.code).toBe(1001);
    await expect(openPage(app)).rejects.toThrow("it has been closed");
  });

  it("gets a fresh session when its own has ended", async () => {
    const page = await openPage(program(counter));
    const { session } = page;
    session.destroy();
    await page.settle();
    expect(page.closed?.code).toBe(4000);
    await page.reconnect();
    expect(page.session).not.toBe(session);
    expect(page.find("Label").name).toBe("0");
  });

  it("answers what the program asks", async () => {
    const page = await openPage(program(counter));
    const { wid } = page.find("Label");
    const label = page.session.widgets.get(wid)?.face as unknown as { getPosition(): Promise<unknown> };
    page.answer("getPosition", [3, 4]);
    expect(await label.getPosition()).toEqual([3, 4]);
    page.answer("getPosition", new Error("no layout"));
    await expect(label.getPosition()).rejects.toThrow("no layout");
  });

  it("says when handlers do not end", async () => {
    const app = program(counter);
    const page = await openPage(app, { patience: 1000 });
    page.session.guiDo(() => new Promise(() => {}));
    await expect(page.settle()).rejects.toThrow("handlers still run after 1000 ms");
  });

  for (const concurrencyHandling of ["serialized", "concurrent"] as const) {
    it(`waits for handlers that are ${concurrencyHandling}`, async () => {
      const page = await openPage(program(counter, { concurrencyHandling }));
      let done = false;
      page.session.guiDo(async () => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        done = true;
      });
      await page.settle();
      expect(done).toBe(true);
    });
  }
});
