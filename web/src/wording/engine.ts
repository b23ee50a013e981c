/** What is said when the engine in the page fails. */
export const engineWording = {
  crashed: 'The reader stopped working. Nothing was sent anywhere. Try again: it starts afresh.',
  superseded: 'Something newer is being read.',
  failed: 'The reader could not do this. Reload the page and try again.',
} as const;
