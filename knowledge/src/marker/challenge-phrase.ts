import type { Marker } from './marker.ts';

const source = 'stock wording of the software';

/** Sentences of challenge/response systems. */
export const challengePhrases: readonly Marker[] = [
  { text: "message requires verification", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "confirm that you are a person", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "boxtrapper", language: 'en', at: 'anywhere', source, grade: 'believed' },
  { text: "spamblocker", language: 'en', at: 'anywhere', source, grade: 'believed' },
];
