/** A field of a posted form. */
export interface Field {
  readonly name: string;
  /** As it was sent; null for what is no file. */
  readonly filename: string | null;
  readonly bytes: Buffer;
}
