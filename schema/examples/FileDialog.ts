import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Takes a picture and gives a report" });
  const status = W.StatusBar();
  const upload = W.FileDialog({ mode: "file", accept: "image/*" });
  upload.on("activated", ({ files }) => {
    const [file] = files;
    if (file) status.setMessage(`${file.name}: ${file.size} bytes`);
  });
  upload.on("failed", ({ error }) => status.setMessage(error));
  const report = W.FileDialog({ mode: "save" });
  const open = W.Button("Upload a picture");
  open.on("activated", () => upload.open());
  const save = W.Button("Download a report");
  save.on("activated", () => report.save("report.csv", "name,value\nspeed,3\n", "text/csv"));
  const box = W.VBox({ spacing: 8 });
  for (const each of [open, save, status]) box.addWidget(each);
  top.setWidget(box);
  top.show();
}
