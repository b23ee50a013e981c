/** What the script of every page says. */
export const siteWording = {
  singleKeys: 'Use single keys such as / and ? as shortcuts',
  copyByHand: 'Text to copy',
} as const;
