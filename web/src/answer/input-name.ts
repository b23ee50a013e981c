/** The name of what was pasted or typed, as `DeskInput` takes it: pages say what it is in their own words. */
export const PASTED = 'pasted';
