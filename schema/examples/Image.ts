import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A picture that tells where it is clicked" });
  const picture = W.Image({ url: "photo.jpg", interactive: true });
  picture.on("click", (event) => top.setTitle(`${event.x}, ${event.y}`));
  top.setWidget(picture);
  top.show();
}
