/** Blocklists and allow lists: asked with care, and known by name when they are gone. */
export { knownList } from './known-list.ts';
export { createListClient, type ListClientOptions } from './list-client.ts';
export type { ListClient, Listing } from './listing.ts';
