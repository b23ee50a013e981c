/** A name that the ranges came from: when its records change, the flattened record is wrong. */
export interface WatchedName {
  readonly name: string;
  readonly type: 'TXT' | 'A' | 'AAAA' | 'MX';
}
