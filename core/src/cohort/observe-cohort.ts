import type { ObservationId } from '@whybounce/knowledge';
import type { Observation } from '../diagnose/observation.ts';
import { Cohorts, type ObserveOptions } from './cohorts.ts';
import type { Entry } from './group.ts';
import type { Ledger } from './ledger.ts';
import { observeDomain, type Seen } from './observe-domain.ts';
import { observeAddress, observeOutage, observeVolume } from './observe-history.ts';
import { observeList } from './observe-list.ts';
import { observeOtherCodes, observeProvider } from './observe-provider.ts';
import { observeCampaign, observeOtherProviders, observeSecondIp } from './observe-sender.ts';

/** What other mail tells about each refusal. Only what was seen is told: missing evidence is no evidence. */
export class CohortObserver {
  readonly #cohorts: Cohorts;
  readonly #ledger: Ledger;

  /** @throws RangeError for a window that is no time */
  constructor(ledger: Ledger, options?: ObserveOptions) {
    this.#ledger = ledger;
    this.#cohorts = new Cohorts(ledger, options);
  }

  /**
   * The observations of a refusal, each with its counts as a note, sorted by id.
   *
   * @param place of the outcome among those that the ledger was made of
   * @returns none for what is no refusal, has no time, or where the ledger knows of no delivery at all:
   *   who sees only failures cannot tell what is accepted
   */
  observe(place: number): Observation[] {
    const entry = this.#ledger.entry(place);
    if (entry === null || entry.track === '' || this.#ledger.all.deliveries === 0) return [];
    return this.#seen(entry)
      .map(({ id, note }): Observation => ({ id, source: 'cohort', span: null, quote: null, note }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /**
   * The engine takes observations as independent of each other, and those of nested cohorts are not:
   * where a whole provider, campaign or IP address is refused, every domain and address of it is refused
   * now and then for that very reason. So of nested cohorts only the widest that stands is told of.
   */
  #seen(entry: Entry): Seen[] {
    const widest = this.#told(entry, observeCampaign, observeSecondIp, observeOtherProviders);
    const isOfSender = widest.some(({ id }) => explainsProvider.has(id));
    const ofProvider = this.#told(entry, observeProvider).filter(({ id }) => !isOfSender || id !== providerRefuses);
    const isWide = isOfSender || ofProvider.some(({ id }) => id === providerRefuses);
    const narrow = isWide ? [] : this.#told(entry, observeDomain, observeOtherCodes);
    // That a second try met the same tells of the address only while others are accepted and nobody is blocked.
    const isOfCohort = isWide || narrow.some(({ id }) => explainsAddress.has(id));
    const own = observeAddress(this.#cohorts, entry).filter(({ id }) => !isOfCohort || id !== 'second-try:refused');
    return [
      ...widest,
      ...ofProvider,
      ...narrow,
      ...own,
      ...this.#told(entry, observeList, observeOutage, observeVolume),
    ];
  }

  #told(entry: Entry, ...observers: readonly ((cohorts: Cohorts, entry: Entry) => Seen[])[]): Seen[] {
    return observers.flatMap((observe) => observe(this.#cohorts, entry));
  }
}

const providerRefuses: ObservationId = 'other-domains-same-provider:refused';
/** What makes that a provider refuses, wherever it does, a consequence. */
const explainsProvider: ReadonlySet<ObservationId> = new Set([
  'campaign-spread:only-this',
  'second-ip:accepted',
  'other-providers:refused',
] as const);
/** What may be why an address is refused, and refused again. */
const explainsAddress: ReadonlySet<ObservationId> = new Set([
  'control-recipient-same-domain:refused',
  'other-platform-codes:blocks',
] as const);
