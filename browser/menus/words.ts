/**
 * The words of menus and tool bars that no program gives.
 * Made by hand, in the manner of `strings.ts`.
 */
const words = {
  menu: "Menu",
  moreMenus: "More menus",
  moreTools: "More tools",
};

export function word(name: keyof typeof words): string {
  return words[name];
}
