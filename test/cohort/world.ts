import { type CohortInput, decode } from '@whybounce/core';
import type { Random } from './random.ts';
import { type Fault, hostOf, type Keeper, type Wording, wordings } from './wordings.ts';

/** What went wrong in a made world. */
export type Plant = 'address' | 'domain' | 'provider' | 'campaign' | 'ip' | 'dirty-list' | 'mixed' | 'noise';

export const plants: readonly Plant[] = [
  'address',
  'domain',
  'provider',
  'campaign',
  'ip',
  'dirty-list',
  'mixed',
  'noise',
];

/** A fault with the events that it made: places among the inputs, with the causes that are right for each. */
export interface Cohort {
  readonly plant: Plant | 'unrelated';
  readonly fault: Fault | 'various';
  readonly members: { readonly place: number; readonly truth: readonly string[] }[];
}

/** A week of a sender's mail, read from its log as any log is read. */
export interface World {
  readonly inputs: readonly CohortInput[];
  readonly cohorts: readonly Cohort[];
}

interface Domain {
  readonly name: string;
  readonly keeper: Keeper;
  readonly addresses: string[];
}

interface Mail {
  readonly at: number;
  readonly domain: Domain;
  readonly address: string;
  readonly campaign: string | null;
  readonly segment: string | null;
  readonly ip: string;
  wording: Wording | null;
  cohort: Cohort | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 4, 18);
const DAYS = 7;
const keepers: readonly Keeper[] = ['microsoft', 'google', 'proofpoint', 'yahoo', 'gmx', 'postfix', 'exim', 'exchange'];
const keeperWeights = [26, 20, 8, 6, 6, 16, 10, 8];
const names = 'anna ben clara david emma felix greta hugo ida jan kim lena max nina otto paula'.split(' ');
const surnames = 'adler berg cole duran ellis frey grant holm iversen jonas keller lund moor nolan ott price'.split(
  ' ',
);
const words =
  'acorn birch cedar delta ember flint grove haven inlet jade knoll linden maple north ocean pine quartz river slate tide'.split(
    ' ',
  );

/** Makes a world in which one thing (or two, or none) went wrong beside what goes wrong every week. */
export function worldOf(plant: Plant, random: Random): World {
  return new Maker(random).world(plant);
}

class Maker {
  readonly #random: Random;
  readonly #domains: Domain[];
  readonly #ips: readonly string[];
  readonly #campaigns: readonly string[];
  readonly #mails: Mail[] = [];
  readonly #unrelated: Cohort = { plant: 'unrelated', fault: 'various', members: [] };
  readonly #cohorts: Cohort[] = [this.#unrelated];
  /** Which addresses are dead, full and so on, all week. */
  readonly #marked = new Map<string, Wording>();

  constructor(random: Random) {
    this.#random = random;
    this.#domains = Array.from({ length: random.whole(20, 50) }, (_, i) => this.#domain(i));
    this.#ips = Array.from({ length: random.whole(1, 4) }, (_, i) => `192.0.2.${10 + i}`);
    this.#campaigns = Array.from({ length: random.whole(2, 5) }, (_, i) => `campaign-${i + 1}`);
  }

  world(plant: Plant): World {
    this.#background();
    const faults: readonly Plant[] =
      plant === 'mixed'
        ? this.#random.shuffle(['address', 'domain', 'provider', 'campaign', 'ip', 'dirty-list'] as Plant[]).slice(0, 2)
        : [plant];
    for (const fault of faults) this.#plant(fault);
    return this.#written();
  }

  #domain(i: number): Domain {
    const random = this.#random;
    const keeper = keepers[random.weighted(keeperWeights)] as Keeper;
    const name = `${random.pick(words)}-${random.pick(words)}${i}.example.${random.pick(['com', 'net', 'org'])}`;
    const count = Math.round(random.scale(2, 50));
    return { name, keeper, addresses: Array.from({ length: count }, (_, n) => this.#address(name, n)) };
  }

  #address(domain: string, n: number): string {
    const random = this.#random;
    const local = random.chance(0.08)
      ? random.pick(['info', 'sales', 'office', 'support'])
      : `${random.pick(names)}.${random.pick(surnames)}`;
    return `${local}${n === 0 ? '' : n}@${domain}`;
  }

  /** Campaigns and single mails of a week, with what goes wrong every week. */
  #background(): void {
    const random = this.#random;
    const dead = random.scale(0.003, 0.03);
    for (const domain of this.#domains)
      for (const address of domain.addresses) {
        const fault: Fault | null = random.chance(dead)
          ? random.chance(0.8)
            ? 'dead'
            : 'closed'
          : random.chance(0.004)
            ? random.pick(['full', 'restricted', 'content'])
            : null;
        const wording = fault === null ? null : this.#wording(domain.keeper, fault);
        if (wording !== null) this.#marked.set(address, wording);
      }
    // Where a campaign has an IP address of its own the two cannot be told apart.
    const isPinned = random.chance(0.2);
    for (const campaign of this.#campaigns) {
      const start = START + random.whole(0, DAYS - 1) * DAY + random.whole(7, 18) * HOUR;
      const length = random.scale(0.3, 5) * HOUR;
      const share = random.scale(0.08, 0.7);
      const pinned = random.pick(this.#ips);
      for (const domain of this.#domains)
        for (const address of domain.addresses)
          if (random.chance(share))
            this.#send(start + random.next() * length, domain, address, campaign, null, isPinned ? pinned : null);
    }
    for (let i = random.whole(80, 400); i > 0; i--) {
      const domain = random.pick(this.#domains);
      this.#send(this.#anyTime(), domain, random.pick(domain.addresses), 'transactional', null, null);
    }
  }

  #anyTime(): number {
    return START + this.#random.whole(0, DAYS - 1) * DAY + (7 + this.#random.next() * 13) * HOUR;
  }

  #send(
    at: number,
    domain: Domain,
    address: string,
    campaign: string | null,
    segment: string | null,
    ip: string | null,
  ): Mail {
    const mail: Mail = {
      at,
      domain,
      address,
      campaign,
      segment,
      ip: ip ?? this.#random.pick(this.#ips),
      wording: this.#marked.get(address) ?? null,
      cohort: null,
    };
    if (mail.wording !== null) mail.cohort = this.#unrelated;
    this.#mails.push(mail);
    return mail;
  }

  #wording(keeper: Keeper, fault: Fault): Wording | null {
    const known = wordings[keeper][fault];
    return known === undefined ? null : this.#random.pick(known);
  }

  #fail(mail: Mail, wording: Wording | null, cohort: Cohort): void {
    // Who is dead already stays so; a fault on top of it would be refused either way.
    if (wording === null || mail.wording !== null) return;
    mail.wording = wording;
    mail.cohort = cohort;
  }

  #cohort(plant: Plant, fault: Fault): Cohort {
    const cohort: Cohort = { plant, fault, members: [] };
    this.#cohorts.push(cohort);
    return cohort;
  }

  #plant(plant: Plant): void {
    if (plant === 'address') this.#plantAddress();
    else if (plant === 'domain') this.#plantDomain();
    else if (plant === 'provider') this.#plantProvider();
    else if (plant === 'campaign') this.#plantCampaign();
    else if (plant === 'ip') this.#plantIp();
    else if (plant === 'dirty-list') this.#plantList();
  }

  /** One address, mailed once to four times, among others of its domain that take mail. */
  #plantAddress(): void {
    const random = this.#random;
    const domain = random.pick(this.#domains.filter(({ addresses }) => addresses.length >= 4));
    const cohort = this.#cohort('address', 'dead');
    const wording = this.#wording(domain.keeper, 'dead');
    const address = `${random.pick(names)}.${random.pick(surnames)}-x@${domain.name}`;
    const start = this.#anyTime();
    for (let i = random.whole(1, 4); i > 0; i--) {
      const at = start + random.next() * 2 * DAY;
      this.#fail(this.#send(at, domain, address, random.pick(this.#campaigns), null, null), wording, cohort);
    }
    for (let i = random.whole(1, 4); i > 0; i--)
      this.#send(
        start + (random.next() - 0.5) * DAY,
        domain,
        random.pick(domain.addresses),
        'transactional',
        null,
        null,
      );
  }

  /** Every address of a domain from some time on; for some hours or to the end. */
  #plantDomain(): void {
    const random = this.#random;
    const fault: Fault = random.pick(['tenant', 'tenant', 'route', 'outage']);
    const domain = random.pick(
      this.#domains.filter(({ keeper, addresses }) => wordings[keeper][fault] !== undefined && addresses.length >= 5),
    );
    if (domain === undefined) return;
    const cohort = this.#cohort('domain', fault);
    const from = START + (1 + random.next() * 4) * DAY;
    const isShort = fault === 'outage' ? random.chance(0.5) : random.chance(0.3);
    const to = isShort ? from + random.scale(3, 16) * HOUR : START + DAYS * DAY;
    for (let i = random.whole(3, 12); i > 0; i--) {
      const at = from + random.next() * (to - from);
      this.#send(
        at,
        domain,
        random.pick(domain.addresses),
        random.pick(['transactional', ...this.#campaigns]),
        null,
        null,
      );
    }
    const wording = this.#wording(domain.keeper, fault);
    const struck = this.#mails.filter((mail) => mail.domain === domain && mail.at >= from && mail.at <= to);
    for (const mail of struck) {
      const right =
        fault !== 'outage' || wording === null
          ? wording
          : { ...wording, truth: [mail.at - from > 1.2 * DAY ? 'server-down-for-long' : 'passing-outage'] as const };
      this.#fail(mail, right, cohort);
    }
  }

  /** Most mail to one provider from some time on: its many domains refuse the sender. */
  #plantProvider(): void {
    const random = this.#random;
    const keeper = random.pick(
      keepers.filter(
        (name) =>
          wordings[name].reputation !== undefined && this.#domains.filter(({ keeper: k }) => k === name).length >= 4,
      ),
    );
    if (keeper === undefined) return;
    const cohort = this.#cohort('provider', 'reputation');
    const from = START + (2 + random.next() * 3) * DAY;
    const share = 0.6 + 0.4 * random.next();
    const isMixed = random.chance(0.5);
    const one = this.#wording(keeper, 'reputation');
    const domains = this.#domains.filter((domain) => domain.keeper === keeper);
    for (let i = random.whole(15, 60); i > 0; i--) {
      const domain = random.pick(domains);
      this.#send(
        from + random.next() * 2 * DAY,
        domain,
        random.pick(domain.addresses),
        random.pick(this.#campaigns),
        null,
        null,
      );
    }
    for (const mail of this.#mails)
      if (mail.domain.keeper === keeper && mail.at >= from && random.chance(share))
        this.#fail(mail, isMixed ? this.#wording(keeper, 'reputation') : one, cohort);
  }

  /** One campaign, wherever filters look at content. */
  #plantCampaign(): void {
    const random = this.#random;
    const cohort = this.#cohort('campaign', 'content');
    const campaign = random.pick(this.#campaigns);
    const share = 0.4 + 0.6 * random.next();
    const only = random.chance(0.3)
      ? random.pick(keepers.filter((name) => wordings[name].content !== undefined))
      : null;
    for (const mail of this.#mails)
      if (mail.campaign === campaign && (only === null || mail.domain.keeper === only) && random.chance(share))
        this.#fail(mail, this.#wording(mail.domain.keeper, 'content'), cohort);
  }

  /** One sending IP address of several, wherever lists are asked. */
  #plantIp(): void {
    const random = this.#random;
    const cohort = this.#cohort('ip', 'listed');
    const ip = random.pick(this.#ips);
    const from = START + random.next() * 4 * DAY;
    const share = 0.7 + 0.3 * random.next();
    for (const mail of this.#mails)
      if (mail.ip === ip && mail.at >= from && random.chance(share))
        this.#fail(mail, this.#wording(mail.domain.keeper, 'listed'), cohort);
  }

  /** A list of addresses never mailed before, of which many are dead, all over the place. */
  #plantList(): void {
    const random = this.#random;
    const cohort = this.#cohort('dirty-list', 'dead');
    const dead = random.scale(0.06, 0.35);
    const start = START + random.whole(1, DAYS - 1) * DAY + random.whole(7, 16) * HOUR;
    const length = random.scale(0.5, 6) * HOUR;
    for (let i = random.whole(80, 400); i > 0; i--) {
      const domain = random.pick(this.#domains);
      const mail = this.#send(
        start + random.next() * length,
        domain,
        `new${i}.${random.pick(surnames)}@${domain.name}`,
        'welcome',
        'import',
        null,
      );
      if (random.chance(dead)) this.#fail(mail, this.#wording(domain.keeper, 'dead'), cohort);
    }
  }

  /** Writes the log, reads it, and takes away what senders often do not know. */
  #written(): World {
    const random = this.#random;
    const knowsCampaigns = random.chance(0.7);
    const knowsIps = random.chance(0.7);
    const mails = this.#mails.sort((a, b) => a.at - b.at);
    const log = mails.map((mail) => this.#line(mail)).join('');
    const events = decode(new TextEncoder().encode(log), { as: 'log', dialect: 'postfix' });
    if (events.length !== mails.length) throw new Error(`${mails.length} lines gave ${events.length} events`);
    const inputs = events.map((event, place): CohortInput => {
      const mail = mails[place] as Mail;
      mail.cohort?.members.push({ place, truth: mail.wording?.truth ?? [] });
      return {
        event: random.chance(0.03) ? { ...event, timestamp: null } : event,
        campaign: knowsCampaigns && random.chance(0.97) ? mail.campaign : null,
        segment: knowsCampaigns ? mail.segment : null,
        sendingIp: knowsIps && random.chance(0.97) ? mail.ip : null,
        sendingDomain: 'news.example.com',
      };
    });
    return { inputs, cohorts: this.#cohorts.filter(({ members }) => members.length > 0) };
  }

  #line({ at, domain, address, ip, wording }: Mail): string {
    const random = this.#random;
    const host = hostOf(domain.keeper, domain.name);
    const peer = `${host}[203.0.113.${random.whole(1, 250)}]`;
    const text = (wording?.text ?? '')
      .replaceAll('%a', address)
      .replaceAll('%d', domain.name)
      .replaceAll('%i', ip)
      .replaceAll('%n', String(random.whole(10, 99)))
      .replaceAll('%h', host);
    const outcome =
      wording === null
        ? `dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${random.whole(100_000, 999_999)})`
        : `dsn=${wording.dsn}, status=${wording.status} (${wording.step === null ? text : `host ${peer} said: ${text} (in reply to ${wording.step} command)`})`;
    const relay = wording !== null && wording.step === null ? 'none' : `${peer}:25`;
    return `${new Date(at).toISOString().slice(0, 19)}+00:00 out postfix/smtp[7]: ${random.whole(100_000, 999_999)}A: to=<${address}>, relay=${relay}, delay=1, delays=0/0/0/1, ${outcome}\n`;
  }
}
