import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Picks a city, or takes a new one" });
  const cities = W.ComboBox({ editable: true, length: 20 });
  for (const city of ["Quito", "Lima", "Oslo"]) cities.insertAlpha(city);
  cities.on("activated", (index, text) => {
    if (index < 0) cities.insertAlpha(text);
    top.setTitle(text);
  });
  top.setWidget(cities);
  top.show();
}
