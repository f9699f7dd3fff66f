/**
 * The order of test files: those that go through all widgets first. Vitest would start large files first where it has
 * no times of an earlier run; these are short and take minutes, and started last they would keep one worker alone.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONG = /\/test\/browser\/(every-widget\/|a11y\/|visual\/|gallery)/;

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
