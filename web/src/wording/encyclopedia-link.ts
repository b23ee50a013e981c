/** What a provider's pages are good for. */
export const vendorLinks = {
  vendor: 'What the provider writes about this refusal',
  /** True of a list that takes addresses off, and of a provider whose form asks him to look again. */
  delist: 'Ask for the block to be lifted',
  postmaster: 'Postmaster page',
  feedbackLoop: 'Sign up for complaint reports (feedback loop)',
  documentation: 'All of its error codes',
} as const;

/** Said of a link that is an address to write to. */
export const mailLink = 'Write to the provider about it';
