export { autoReplySubjects } from './auto-reply-subject.ts';
export { bouncePhrases } from './bounce-phrase.ts';
export { bounceSubjects } from './bounce-subject.ts';
export { challengePhrases } from './challenge-phrase.ts';
export { delaySubjects } from './delay-subject.ts';
export { deliveredSubjects } from './delivered-subject.ts';
export type { Marker } from './marker.ts';
export { readReceiptSubjects } from './read-receipt-subject.ts';
