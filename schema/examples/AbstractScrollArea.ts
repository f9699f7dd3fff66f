import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A drawing larger than its view" });
  const canvas = W.Canvas();
  const area = W.AbstractScrollArea({ thumbPercent: [0.5, 0.25] });
  area.setWidget(canvas);
  // The area does not move the canvas: the program draws the part that is to be seen.
  area.on("scrolled", (across, down) => {
    canvas.drawImage({ src: "map.png", x: -across * 800, y: -down * 600 });
  });
  top.setWidget(area);
  top.show();
}
