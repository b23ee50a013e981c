import type { Marker } from './marker.ts';

const source = 'stock wording of the software';

/** Subjects of success reports. */
export const deliveredSubjects: readonly Marker[] = [
  { text: "relayed:", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "delivered:", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "successful mail delivery report", language: 'en', at: 'start', source, grade: 'believed' },
];
