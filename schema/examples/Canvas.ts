import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Draws where the pointer goes down" });
  const canvas = W.Canvas({ interactive: true, minSize: [300, 200] });
  const draw = () => canvas.drawImage({ src: "grid.png", x: 0, y: 0 });
  // A canvas is blank when it appears and after a change of size.
  canvas.on("map", draw);
  canvas.on("resize", draw);
  canvas.on("pointer-down", (event) => {
    canvas.drawImage({ src: "pin.png", x: event.x - 8, y: event.y - 16, wd: 16, ht: 16 });
  });
  top.setWidget(canvas);
  top.show();
}
