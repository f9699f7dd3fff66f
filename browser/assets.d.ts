/** Files that the bundler takes in: style sheets for their effect or as their text, pictures as their text. */
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "*.svg" {
  const text: string;
  export default text;
}
