interface Gauge {
  setLevel(level: number): void;
}

export function example(session: { getWidgets(): { Gauge(level: number): Gauge } }): void {
  const gauge = session.getWidgets().Gauge(3);
  gauge.setLevel(4);
}
