/** Meaning, steps and link of a system's entries, by entry id. */
export type SystemProse = Readonly<
  Record<string, readonly [meaning: string, steps: readonly string[], link: string | null]>
>;
