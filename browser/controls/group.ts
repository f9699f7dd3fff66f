/**
 * A group of buttons of which at most one is on.
 * The first member starts it; others name any member to join.
 */

export interface GroupMember {
  /** Goes off, without telling anybody. */
  goOff(): void;
}

let groups = 0;

export class Group<T extends GroupMember> {
  /** A name that no other group of the page has. */
  readonly name = `pgw-group-${++groups}`;
  readonly #members = new Set<T>();

  join(member: T): void {
    this.#members.add(member);
  }

  leave(member: T): void {
    this.#members.delete(member);
  }

  /** All but this one go off. */
  leaveOn(on: T): void {
    for (const member of this.#members) if (member !== on) member.goOff();
  }
}
