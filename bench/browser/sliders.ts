/**
 * A slider that is dragged through 200 events: how many messages leave the page.
 */
import type { Slider } from "pgwidgets-ts/sync";
import type { Row } from "./report.js";
import type { Stage } from "./stage.js";

const FRAMES = 20;
const EVENTS = 10;

export async function sliderRows(stage: Stage): Promise<Row[]> {
  const made: { slider: Slider | null } = { slider: null };
  const values: number[] = [];
  const shown = await stage.ours((W) => {
    made.slider = W.Slider({ track: true });
    made.slider.setLimits(0, FRAMES * EVENTS);
    made.slider.on("activated", (value) => values.push(value));
    return made.slider;
  });
  const { wid } = made.slider as unknown as Slider;
  const seen = await shown.page.evaluate(
    async ([wid, frames, events]) => {
      const root = bench.widget(wid);
      const input = root instanceof HTMLInputElement ? root : root.querySelector("input");
      if (input === null) throw new Error("The slider has no input.");
      bench.wire.reset();
      let began = 0;
      for (let frame = 0; frame < frames; frame++) {
        await new Promise(requestAnimationFrame);
        began++;
        for (let i = 0; i < events; i++) {
          input.value = String(frame * events + i + 1);
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
      const messages = (bench.wire.sent as { type: string; wid?: number }[]).filter(
        (message) => message.type === "callback" && message.wid === wid,
      );
      return { messages: messages.length, frames: began };
    },
    [wid, FRAMES, EVENTS] as const,
  );
  await shown.close();
  if (values.at(-1) !== FRAMES * EVENTS) throw new Error(`The program heard ${values.at(-1)} last.`);
  const work = `messages of a slider dragged through ${FRAMES * EVENTS} events in ${seen.frames} frames`;
  return [
    { work, unit: "", measured: seen.messages, must: seen.frames, aim: seen.frames, bare: FRAMES * EVENTS },
  ];
}
