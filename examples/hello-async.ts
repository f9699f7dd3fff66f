/**
 * The same as hello.ts with the async face: each call can be waited for. Run it with `npm start -- hello-async`.
 */
import { Application, type Session } from "pgwidgets-ts/async";

const app = new Application();

async function build(session: Session): Promise<void> {
  const W = session.getWidgets();
  const top = await W.TopLevel({ title: "Async Demo", resizable: true, size: [400, 300] });
  const box = await W.VBox({ spacing: 8, padding: 10 });

  const button = await W.Button("Click me");
  const entry = await W.TextEntry({ linehistory: 5 });
  const status = await W.Label("Ready");

  button.on("activated", () => status.setText("Hello!"));
  entry.on("activated", (text) => status.setText(`Entered: ${text}`));

  await box.addWidget(button, 0);
  await box.addWidget(entry, 0);
  await box.addWidget(status, 1);
  await top.setWidget(box);
  await top.show();
}

app.onConnect(build);

await app.start();
console.log(`Open ${app.url} in a browser. Ctrl-C ends the program.`);
await app.run();
