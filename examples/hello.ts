/**
 * A window with a button, a text entry and a status line. Run it with `npm start -- hello`.
 */
import { Application } from "pgwidgets-ts/sync";

const app = new Application();

app.onConnect((session) => {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Hello", resizable: true, size: [400, 300] });
  const box = W.VBox({ spacing: 8, padding: 10 });

  const button = W.Button("Click me");
  const entry = W.TextEntry({ linehistory: 5 });
  const status = W.Label("Ready");

  button.on("activated", () => status.setText("Hello!"));
  entry.on("activated", (text) => status.setText(`Entered: ${text}`));

  box.addWidget(button, 0);
  box.addWidget(entry, 0);
  box.addWidget(status, 1);
  top.setWidget(box);
  top.show();
});

await app.start();
console.log(`Open ${app.url} in a browser. Ctrl-C ends the program.`);
await app.run();
