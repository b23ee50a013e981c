export { ExportDecoder } from './decoder.ts';
export { looksLikeHeaderlessExport } from './headerless.ts';
export { readExport } from './read-export.ts';
export { ExportReader } from './reader.ts';
export { recognisesExport } from './recognise.ts';
export { readSuppressedDestinations } from './suppressed-destinations.ts';
