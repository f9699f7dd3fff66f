/**
 * What shows pictures, still or moving, as one part of the page.
 */
export { Canvas } from "./canvas.js";
export { ImageWidget as Image } from "./image.js";
export { VideoWidget } from "./video-widget.js";
