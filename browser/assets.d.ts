/** Files that the bundler takes in: style sheets for their effect, pictures as their text. */
declare module "*.css";
declare module "*.svg" {
  const text: string;
  export default text;
}
