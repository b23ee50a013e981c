import type { Marker } from './marker.ts';

const source = 'stock wording of the software';

/** Subjects of read receipts. */
export const readReceiptSubjects: readonly Marker[] = [
  { text: "read:", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "not read:", language: 'en', at: 'start', source, grade: 'believed' },
];
