import type { Marker } from './marker.ts';

const source = 'stock wording of the software';

/** Sentences by which the body of a report is known. */
export const bouncePhrases: readonly Marker[] = [
  { text: "could not be delivered", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "wasn't able to deliver your message", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "delivery to the following recipient", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "was not delivered to", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "unable to deliver", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "did not reach the following recipient", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "delivery has failed to these recipients", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "following addresses had", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "error delivering your mail", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "transcript of session follows", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "message could not be delivered", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "undeliverable", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "couldn't be delivered", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "rejected by", language: 'en', at: 'anywhere', source, grade: 'believed' },
];
