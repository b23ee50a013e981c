import type { Marker } from './marker.ts';

const source = 'stock wording of the software';

/** Subjects of non-delivery reports. */
export const bounceSubjects: readonly Marker[] = [
  { text: "undeliverable", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "undelivered mail returned to sender", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "failure notice", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delivery status notification", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "returned mail", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "mail delivery failed", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delivery failure", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "mail delivery failure", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delivery notification", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "could not be delivered", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "mail system error", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "undelivered mail", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delivery failed", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "mail failure", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "bounce notification", language: 'en', at: 'anywhere', source, grade: 'believed' },
];
