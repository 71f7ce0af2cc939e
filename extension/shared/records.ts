export type * from "../../crates/wasm/types";
