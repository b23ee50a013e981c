import type { Marker } from './marker.ts';

const source = 'stock wording of the software';

/** Subjects of automatic answers. */
export const autoReplySubjects: readonly Marker[] = [
  { text: "automatic reply:", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "out of office", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "autoreply", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "auto:", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "auto reply", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "auto-reply", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "autorespons", language: 'en', at: 'start', source, grade: 'believed' },
  { text: "vacation", language: 'en', at: 'start', source, grade: 'believed' },
];
