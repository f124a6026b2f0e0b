// Written by `cargo test` from app. Do not edit.

/** The languages of the program. */
export const LANGUAGES = ["en","de"] as const;
