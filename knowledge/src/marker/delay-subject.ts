import type { Marker } from './marker.ts';

const source = 'stock wording of the software';

/** Subjects of delay warnings. */
export const delaySubjects: readonly Marker[] = [
  { text: "delivery status notification (delay)", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "warning: could not send message", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delayed mail", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delivery delayed", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "warning: message", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delivery delayed", language: 'en', at: 'start', source, grade: 'believed' },
];
