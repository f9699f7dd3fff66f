/**
 * Takes values through the validators of a class: out to the wire and in from there, checked on the way.
 */
import { z } from "zod";
import type { Validator } from "./table.js";

type Result = z.ZodSafeParseResult<unknown>;

/** The wire form of a value of the program, or what is wrong with it. */
export const tryEncode = (validator: Validator, value: unknown): Result =>
  z.safeEncode(validator as z.ZodType, value as never);

/** What the program gets for a value of the wire, or what is wrong with it. */
export const tryDecode = (validator: Validator, value: unknown): Result =>
  z.safeDecode(validator as z.ZodType, value as never);

/** As {@link tryDecode}, for values that are known to fit. Throws when one does not. */
export const decode = (validator: Validator, value: unknown): unknown =>
  z.decode(validator as z.ZodType, value as never);
