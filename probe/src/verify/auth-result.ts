/** Result words of RFC 8601 section 2.7. */
export type AuthResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'policy' | 'temperror' | 'permerror';

/** What receivers that take the specification less to the letter make of the same, where it differs. */
export interface LenientReading {
  readonly result: AuthResult;
  /** What they accept, or call otherwise, each as one sentence. */
  readonly because: readonly string[];
}
