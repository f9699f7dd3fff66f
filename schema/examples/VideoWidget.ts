import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A film with a button of our own" });
  const film = W.VideoWidget({ url: "film.mp4", controls: true, muted: true });
  const button = W.Button("Play");
  button.on("activated", () => film.play());
  film.on("play", () => button.setText("Playing"));
  film.on("pause", () => button.setText("Play"));
  film.on("ended", () => film.setCurrentTime(0));
  const box = W.VBox({ spacing: 6 });
  box.addWidget(film, 1);
  box.addWidget(button);
  top.setWidget(box);
  top.show();
}
