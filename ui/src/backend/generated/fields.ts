// Written by `cargo test` from core. Do not edit.

/** The kinds of fields that end with the check-in; after a slash comes what they are about. */
export const OF_THE_CHECK_IN: readonly string[] = ["write/","break"];
