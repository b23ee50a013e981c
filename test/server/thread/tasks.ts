/** What the thread of the tests does: the good and the bad that can happen to one. */
export type TestTask =
  | { readonly do: 'echo'; readonly value: unknown }
  /** Waits until the first number of a shared buffer is no longer 0. */
  | { readonly do: 'wait'; readonly gate: Int32Array }
  | { readonly do: 'spin' }
  | { readonly do: 'throw' }
  | { readonly do: 'exit' }
  | { readonly do: 'print' }
  | { readonly do: 'eat-memory' };
