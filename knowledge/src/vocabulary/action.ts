/** Who must act before mail flows again. */
export type Owner = 'sender' | 'sending-platform' | 'receiving-platform' | 'recipient-admin' | 'recipient' | 'nobody';

/** What the sending system does with the address, supposing that the report is genuine. */
export type Deed = 'suppress' | 'hold' | 'retry' | 'fix' | 'ignore';

/** What the sending system does now, supposing that the report is genuine. */
export interface Action {
  readonly do: Deed;
  /** Seconds to wait before the next try; null where trying again is not the point. */
  readonly retryAfter: number | null;
  /** What to do when the same comes back after that. */
  readonly then: Deed | null;
  readonly why: string;
}
