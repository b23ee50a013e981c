export { ExportDecoder } from './decoder.ts';
export { looksLikeHeaderlessExport } from './headerless.ts';
export { recognisesExport } from './recognise.ts';
export { readSuppressedDestinations } from './suppressed-destinations.ts';
