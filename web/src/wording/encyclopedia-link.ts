/** What a provider's pages are good for. */
export const vendorLinks = {
  vendor: 'What the provider writes about this refusal',
  delist: 'Ask for removal from its list',
  postmaster: 'Postmaster page',
  feedbackLoop: 'Sign up for complaint reports (feedback loop)',
  documentation: 'All of its error codes',
} as const;

/** Said of a link that is an address to write to. */
export const mailLink = 'Write to the provider about it';
