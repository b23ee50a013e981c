/** Kinds of originals, as {@link Redactor.replaced} counts them. */
export const kinds = [
  'address',
  'user',
  'host',
  'domain',
  'ip',
  'messageId',
  'id',
  'number',
  'name',
  'subject',
  'file',
  'link',
  'list',
  'campaign',
  'input',
  'block',
] as const;

/**
 * What an original is. `user`: a local part without its domain; `number`: an id that must stay a number; `link`: path
 * and query of an address on the web.
 */
export type Kind = (typeof kinds)[number];

/** An original that stands in a plain view, and what is needed to name it otherwise. */
export interface Find {
  readonly start: number;
  readonly end: number;
  /** `keep`: to be left alone, whatever words stand in it. */
  readonly kind: Kind | 'keep';
  /** The original: a local part, a host, an address; for a block the text that stands for it. */
  readonly original: string;
  /** Of an address or Message-ID the part behind the `@`. */
  readonly domain?: string;
  /** What is written before and behind the pseudonym: of an encoded subject the words that stay, decoded. */
  readonly before?: string;
  readonly after?: string;
}
