import { AddressMemory } from './address-memory.ts';
import { CellTable, counters } from './cell-table.ts';
import { BEYOND, KeyTable, UNKNOWN } from './key-table.ts';
import { type CohortInput, type Dimension, dimensions, type Outcome, outcomeOf, providerOf } from './outcome.ts';
import { type Bucket, TimeBuckets } from './time-buckets.ts';

/** What a tally keeps at most. Past a limit it goes on counting, under `(others)`. */
export interface TallyLimits {
  /** Different keys of one dimension. */
  readonly keys: number;
  /** Different combinations of domain, provider, campaign and so on. */
  readonly cells: number;
  /** Addresses that failed, kept so that one that fails again is not taken for a second one. */
  readonly addresses: number;
  /** Time buckets; a hostile input can name any year. */
  readonly buckets: number;
  /** Pairs of a rule and a time bucket. */
  readonly series: number;
}

/** Some 100 MB if every limit is reached, which takes a hostile input; a log of a gigabyte keeps a tenth of it. */
export const tallyLimits: TallyLimits = {
  keys: 100_000,
  cells: 150_000,
  addresses: 200_000,
  buckets: 20_000,
  series: 100_000,
};

/** How many attempts were made per key, for senders whose deliveries are no events. */
export type Totals = Partial<Readonly<Record<Dimension, Readonly<Record<string, number>>>>>;

/** Counts of the attempts that share a value in every dimension. */
export interface Cell {
  /** A number of its own. */
  readonly place: number;
  /** Number of the key per dimension, in the order of {@link dimensions}. */
  readonly keys: readonly number[];
  readonly deliveries: number;
  /** Every final refusal. */
  readonly failures: number;
  /** The same, but an address that fails again for the same reason is not counted again. */
  readonly distinct: number;
  /** Different addresses that failed. */
  readonly addresses: number;
  readonly deferrals: number;
  readonly complaints: number;
  /** Milliseconds since 1970. */
  readonly firstFailure: number | null;
}

/** What patterns are found in. */
export type Counted = Pick<Tally, 'tables' | 'rules' | 'cells' | 'rulesOf'>;

/** Counts of one key of one dimension. */
export interface Count {
  readonly key: string;
  readonly attempts: number;
  readonly deliveries: number;
  readonly failures: number;
  readonly deferrals: number;
  readonly complaints: number;
}

/** How a tally is made. */
export interface TallyOptions {
  /** Length of a time bucket in milliseconds; an hour where absent. */
  readonly bucket?: number;
  readonly limits?: Partial<TallyLimits>;
}

const HOUR = 3_600_000;
const DOMAIN = dimensions.indexOf('domain');
const PROVIDER = dimensions.indexOf('provider');
/** More rules than there are, or will be. */
const RULES = 65_536;
/** The vocabulary has some seventy reasons. */
const MAX_REASON_IDS = 1_000;

/**
 * Counts outcomes by recipient domain, provider, campaign, segment, sending IP, sending domain, rule and
 * time, in one pass and in bounded memory. Attempts are deliveries and final refusals; deferrals and
 * complaints are counted apart. The order of events matters only for where an address that fails
 * repeatedly is counted: at its first failure.
 */
export class Tally {
  readonly tables: readonly KeyTable[];
  readonly rules: KeyTable;
  readonly #reasons = new KeyTable(MAX_REASON_IDS);
  deliveries = 0;
  failures = 0;
  deferrals = 0;
  complaints = 0;
  readonly #limits: TallyLimits;
  readonly #cells = new CellTable();
  #snapshot: readonly Cell[] | null = null;
  /** Distinct failures by cell and rule: place × RULES + number of the rule. */
  readonly #rulesOfCells = new Map<number, number>();
  readonly #buckets: TimeBuckets;
  /** Where and why an address failed: numbers of reasons, and of cells as -1 - place. */
  readonly #addresses: AddressMemory;
  readonly #providers = new Map<number, number>();
  /** What {@link providerOf} said of a domain, by its number. */
  readonly #homes: (string | null | undefined)[] = [undefined, undefined];
  /** Numbers of the keys of one outcome, filled anew for each. */
  readonly #numbers: number[] = dimensions.map(() => UNKNOWN);

  /** @throws RangeError where the bucket is no whole number of milliseconds above 0 */
  constructor(options: TallyOptions = {}) {
    const { bucket = HOUR } = options;
    if (!Number.isSafeInteger(bucket) || bucket < 1)
      throw new RangeError(`bucket is ${bucket}: write milliseconds above 0, such as ${HOUR} for an hour.`);
    this.#limits = { ...tallyLimits, ...options.limits };
    this.#buckets = new TimeBuckets(bucket, this.#limits.buckets, this.#limits.series);
    this.#addresses = new AddressMemory(this.#limits.addresses);
    this.tables = dimensions.map(() => new KeyTable(this.#limits.keys));
    this.rules = new KeyTable(Math.min(this.#limits.keys, RULES - 2));
  }

  /** Counts an event. What is no outcome of an attempt is passed over. */
  add(input: CohortInput): void {
    const outcome = this.read(input);
    if (outcome !== null) this.addOutcome(outcome);
  }

  /** An event as {@link outcomeOf} reads it, without looking up a domain's provider for every delivery. */
  read(input: CohortInput): Outcome | null {
    return outcomeOf(input, this.#findProvider);
  }

  /** The provider of a domain by the server that first took its mail: looked up once, not for every delivery. */
  readonly #findProvider = (host: string | null, domain: string | null): string | null => {
    const number = this.tables[DOMAIN]?.number(domain) as number;
    if (number <= BEYOND) return providerOf(host, domain);
    let provider = this.#homes[number];
    if (provider === undefined) {
      provider = providerOf(host, domain);
      this.#homes[number] = provider;
    }
    return provider;
  };

  /** Counts an outcome. */
  addOutcome(outcome: Outcome): void {
    this.#snapshot = null;
    const cell = this.#cell(outcome);
    switch (outcome.kind) {
      case 'delivery':
        this.deliveries++;
        this.#cells.increment(cell, 'deliveries');
        this.#buckets.addDelivery(outcome.at);
        return;
      case 'complaint':
        this.complaints++;
        this.#cells.increment(cell, 'complaints');
        return;
      case 'deferral':
        this.deferrals++;
        this.#cells.increment(cell, 'deferrals');
        break;
      case 'failure':
        this.failures++;
        this.#cells.increment(cell, 'failures');
        if (outcome.at !== null) this.#cells.failedAt(cell, outcome.at);
    }
    const rule = this.rules.number(outcome.rule);
    if (!this.#isNew(outcome)) return;
    if (outcome.kind === 'failure') this.#addDistinct(outcome.address, cell, rule);
    this.#buckets.addRefusal(outcome.at, outcome.kind === 'failure' ? 'failures' : 'deferrals', rule);
  }

  /** All cells. A cell whose provider is unknown has that of its domain where another event tells it. */
  cells(): readonly Cell[] {
    this.#snapshot ??= Array.from({ length: this.#cells.size }, (_, place) => this.#cellAt(place));
    return this.#snapshot;
  }

  /** What was said in a cell: number of the rule → distinct failures. */
  rulesOf(cells: readonly Cell[]): Map<number, number> {
    const places = new Set(cells.map(({ place }) => place));
    const sums = new Map<number, number>();
    for (const [key, count] of this.#rulesOfCells) {
      const rule = key % RULES;
      if (places.has((key - rule) / RULES)) sums.set(rule, (sums.get(rule) ?? 0) + count);
    }
    return sums;
  }

  /** Length of a time bucket in milliseconds. */
  get bucketLength(): number {
    return this.#buckets.length;
  }

  /** Outcomes without a time, or in a bucket beyond the limit. */
  get untimed(): number {
    return this.#buckets.untimed;
  }

  /** Time buckets by number: the time of its start is the number times {@link bucketLength}. Sorted. */
  buckets(): [number, Bucket][] {
    return this.#buckets.all();
  }

  /** Counts of one dimension, the most attempts first. */
  counts(dimension: Dimension, totals: Totals = {}): Count[] {
    const d = dimensions.indexOf(dimension);
    const sent = totals[dimension] ?? {};
    const sums = new Map<number, { -readonly [Name in keyof Count]: Count[Name] }>();
    for (const cell of this.cells()) {
      const number = cell.keys[d] as number;
      const key = this.tables[d]?.key(number);
      if (key === null || key === undefined) continue;
      let sum = sums.get(number);
      if (sum === undefined) {
        sum = { key, attempts: 0, deliveries: 0, failures: 0, deferrals: 0, complaints: 0 };
        sums.set(number, sum);
      }
      sum.deliveries += cell.deliveries;
      sum.failures += cell.failures;
      sum.deferrals += cell.deferrals;
      sum.complaints += cell.complaints;
    }
    for (const key of Object.keys(sent))
      if (this.tables[d]?.find(key) === undefined)
        sums.set(-1 - sums.size, { key, attempts: 0, deliveries: 0, failures: 0, deferrals: 0, complaints: 0 });
    for (const sum of sums.values()) {
      const seen = sum.deliveries + sum.failures;
      sum.attempts = Math.max(seen, Object.hasOwn(sent, sum.key) ? wholeNumber(sent[sum.key]) : 0);
      sum.deliveries += sum.attempts - seen;
    }
    return [...sums.values()].sort((a, b) => b.attempts - a.attempts || (a.key < b.key ? -1 : 1));
  }

  #cellAt(place: number): Cell {
    const keys = this.#cells.keys(place);
    const learnt = keys[PROVIDER] === UNKNOWN ? this.#providers.get(keys[DOMAIN] as number) : undefined;
    if (learnt !== undefined) keys[PROVIDER] = learnt;
    const [deliveries = 0, failures = 0, distinct = 0, addresses = 0, deferrals = 0, complaints = 0] = counters.map(
      (counter) => this.#cells.count(place, counter),
    );
    const firstFailure = this.#cells.firstFailure(place);
    return { place, keys, deliveries, failures, distinct, addresses, deferrals, complaints, firstFailure };
  }

  #cell({ keys }: Outcome): number {
    const numbers = this.#numbers;
    for (let d = 0; d < numbers.length; d++)
      numbers[d] = (this.tables[d] as KeyTable).number(keys[dimensions[d] as Dimension]);
    const [domain, provider] = [numbers[DOMAIN] as number, numbers[PROVIDER] as number];
    if (domain > BEYOND && provider !== UNKNOWN && !this.#providers.has(domain)) this.#providers.set(domain, provider);
    return this.#cellOf(numbers);
  }

  #cellOf(numbers: readonly number[]): number {
    const known = this.#cells.find(numbers);
    if (known >= 0) return known;
    if (this.#cells.size >= this.#limits.cells) {
      // Most combinations come from the many domains; without them the rest stays exact for longer.
      if (numbers[DOMAIN] !== BEYOND) return this.#cellOf(numbers.with(DOMAIN, BEYOND));
      if (this.#cells.size >= 2 * this.#limits.cells && numbers.some((number) => number !== BEYOND))
        return this.#cellOf(numbers.map(() => BEYOND));
    }
    return this.#cells.add(numbers);
  }

  #addDistinct(address: string | null, cell: number, rule: number): void {
    this.#cells.increment(cell, 'distinct');
    if (address === null || this.#addresses.isNew(address, -1 - cell)) this.#cells.increment(cell, 'addresses');
    const key = cell * RULES + rule;
    this.#rulesOfCells.set(key, (this.#rulesOfCells.get(key) ?? 0) + 1);
  }

  /** Whether the address failed, or was deferred, for the first time for this reason. */
  #isNew({ address, kind, reason }: Outcome): boolean {
    // An odd number is a deferral: an address that is refused later fails for the first time then.
    const number = 2 * this.#reasons.number(reason) + (kind === 'deferral' ? 1 : 0);
    return address === null || this.#addresses.isNew(address, number);
  }
}

/** A total as the caller wrote it: what is no count counts as none. */
export function wholeNumber(total: number | undefined): number {
  return total !== undefined && Number.isFinite(total) && total > 0 ? Math.floor(total) : 0;
}
