/**
 * What a program asks of its text, and its positions: the server answers all of it from its own model and asks no
 * page. A page that is asked nevertheless says so.
 */
import type { TextRefPair, WidgetRef } from "../../generated/browser/types.js";

function atServer(): never {
  throw new Error("The text and its positions are kept by the program, which has the answer.");
}

export abstract class KeptByServer {
  getTextRange(): string {
    return atServer();
  }

  insertText(): void {
    atServer();
  }

  deleteRange(): void {
    atServer();
  }

  setIcon(): void {
    atServer();
  }

  getTextCursor(): WidgetRef {
    return atServer();
  }

  setTextCursor(): void {
    atServer();
  }

  getSelectionRange(): TextRefPair | null {
    return atServer();
  }

  setSelectionRange(): void {
    atServer();
  }

  applyTag(): void {
    atServer();
  }

  removeTag(): void {
    atServer();
  }

  getTagsAt(): string[] {
    return atServer();
  }

  getTagsRange(): string[] {
    return atServer();
  }

  getTagRegion(): TextRefPair | null {
    return atServer();
  }

  getTagRegions(): TextRefPair[] {
    return atServer();
  }

  createRef(): WidgetRef {
    return atServer();
  }

  removeRef(): void {
    atServer();
  }

  createNamedRef(): WidgetRef {
    return atServer();
  }

  getNamedRef(): WidgetRef | null {
    return atServer();
  }

  removeNamedRef(): void {
    atServer();
  }

  getRefStart(): WidgetRef {
    return atServer();
  }

  getRefEnd(): WidgetRef {
    return atServer();
  }

  getRefBounds(): TextRefPair {
    return atServer();
  }

  getRefLineStart(): WidgetRef {
    return atServer();
  }

  getRefLineEnd(): WidgetRef {
    return atServer();
  }

  undo(): boolean {
    return atServer();
  }

  redo(): boolean {
    return atServer();
  }

  canUndo(): boolean {
    return atServer();
  }

  canRedo(): boolean {
    return atServer();
  }

  getModified(): boolean {
    return atServer();
  }

  markClean(): void {
    atServer();
  }

  find(): TextRefPair | null {
    return atServer();
  }

  findAll(): TextRefPair[] {
    return atServer();
  }

  replace(): number {
    return atServer();
  }

  scrollToRef(): void {
    atServer();
  }
}
