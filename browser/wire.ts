/**
 * What a server may say, as this page reads it.
 * Fields that a message lacks read as undefined; each handler checks what it needs.
 */

/** One message of the server: any object with a type. */
export interface ServerMessage {
  readonly type: string;
  readonly id?: number;
  readonly [field: string]: unknown;
}

export function isMessage(value: unknown): value is ServerMessage {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

export function integer(message: ServerMessage, field: string): number {
  const value = message[field];
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new Error(`${message.type}: ${field} must be a whole number`);
}

export function text(message: ServerMessage, field: string): string {
  const value = message[field];
  if (typeof value === "string") return value;
  throw new Error(`${message.type}: ${field} must be a text`);
}

export function list(message: ServerMessage, field: string): readonly unknown[] {
  const value = message[field] ?? [];
  if (Array.isArray(value)) return value;
  throw new Error(`${message.type}: ${field} must be a list`);
}
