/**
 * The edges and corners by which a window is made larger or smaller.
 * Made of eight thin strips around it; the pointer only, since keys have a mode of their own.
 */
import { type Drag, makeDraggable } from "./drag.js";
import type { Edge } from "./geometry.js";

const edges: Readonly<Record<string, Edge>> = {
  n: { x: 0, y: -1 },
  e: { x: 1, y: 0 },
  s: { x: 0, y: 1 },
  w: { x: -1, y: 0 },
  ne: { x: 1, y: -1 },
  se: { x: 1, y: 1 },
  sw: { x: -1, y: 1 },
  nw: { x: -1, y: -1 },
};

/** Adds the grips to a window. `begin` says what dragging one of them does; null refuses. */
export function addGrips(window: HTMLElement, begin: (edge: Edge) => Drag | null): void {
  for (const [name, edge] of Object.entries(edges)) {
    const grip = document.createElement("div");
    grip.className = `pgw-grip pgw-grip-${name}`;
    makeDraggable(grip, () => begin(edge));
    window.append(grip);
  }
}
