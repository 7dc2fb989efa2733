export { default } from "./guide.mjs";
