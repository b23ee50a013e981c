/** The page that is shown without a network instead of one that was not visited before. */
export const offlineWording = {
  title: 'You are offline',
  description: 'What works without a network, and what does not.',
  lead: 'This page was not opened before on this device, so it is not here without a network.',
  works: 'What works now',
  working: [
    ['The decoder', '/', 'reads any bounce. It runs in your browser and needs no network.'],
    ['The search', '/search', 'finds codes, providers and words while you type: press / or choose Search above.'],
  ],
  visited: 'Pages that you opened before can be opened again.',
  later: 'What has to wait',
  waiting: ['Pages that you never opened.', 'The page with all results of a search.'],
  again: 'When the network is back, reload this page.',
} as const;
