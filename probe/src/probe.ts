import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { Area, CheckReport, CheckResult, SubjectKind } from '@whybounce/core/check';
import { type DnsClient, normalName } from '@whybounce/core/dns';
import { createListClient } from './blocklist/list-client.ts';
import { chooseChecks } from './check/choose.ts';
import type { CheckContext, Subject } from './check/context.ts';
import { runChecks } from './check/run.ts';
import { budgetedDns } from './dns/budget.ts';
import { createDns, type Dns } from './dns/create.ts';
import { failure } from './dns/failure.ts';
import { systemResolvers } from './dns/system-resolvers.ts';
import { checks } from './generated/checks.ts';
import { createHttpsFetcher } from './https/fetcher.ts';
import { resolveWith } from './https/resolve.ts';
import type { HttpsFetcher } from './https/response.ts';
import { SharedFetches } from './https/shared.ts';
import { observe } from './observe/observe.ts';
import type { Observed } from './observe/observed.ts';
import type { SmtpProber } from './smtp/observation.ts';
import { pooledProber, rememberingProber } from './smtp/pool.ts';
import { createSmtpProber } from './smtp/prober.ts';
import { type CheckRequest, readSubject } from './subject.ts';
import { SubjectError } from './subject-error.ts';

/** Milliseconds that a whole check may take: a hesitant mail server is given its time, a hanging one is not waited for. */
const MILLISECONDS = 30_000;
/** A timer set for longer goes off at once. */
const MAX_MILLISECONDS = 2 ** 31 - 1;
/** Questions that one check may put to the DNS, those to blocklists apart (RFC 7208 section 4.6.4 shows how one record can ask for thousands). */
const DNS_QUERIES = 64;
/** Questions that one check may put to blocklists. */
const LIST_QUERIES = 400;

/** How the world is asked; everything has a default. */
export interface ProbeOptions {
  /** DNS servers as `address` or `address:port`, chosen by whoever runs this and never by a client of a service; default: those of the machine. */
  readonly resolvers?: readonly string[] | undefined;
  /** Whether mail servers may be connected to; default: yes. */
  readonly connect?: boolean | undefined;
  /** Whether blocklists may be asked; default: yes. */
  readonly lists?: boolean | undefined;
  /** Keys for blocklists that want one, by operator. */
  readonly listKeys?: Readonly<Record<string, string>> | undefined;
  /** The name to greet mail servers with; default: that of the machine. */
  readonly ownName?: string | undefined;
  /** Milliseconds after which what has not ended is told as undetermined. */
  readonly milliseconds?: number | undefined;
  /** Instruments instead of the real ones: for tests, and for what is not published yet. */
  readonly instruments?: Partial<Instruments> | undefined;
  readonly now?: (() => Date) | undefined;
  /** Where mail servers listen; default 25. */
  readonly smtpPort?: number | undefined;
}

/** What asks the world. */
export interface Instruments {
  readonly dns: DnsClient;
  readonly smtp: SmtpProber;
  /** Made for each check, so that its look-ups count among those of the check. */
  readonly https: (dns: DnsClient) => HttpsFetcher;
}

/** Whom a run tells what, and what it is about. */
export interface Listener {
  /** Only checks of these areas; default: all that concern the subject. */
  readonly areas?: readonly Area[] | undefined;
  readonly onResult?: ((result: CheckResult, done: number, of: number) => void) | undefined;
  /** A check that threw: a fault of its own. */
  readonly onFault?: ((id: string, error: unknown) => void) | undefined;
}

/** What a run of checks yields. */
export interface CheckRun {
  readonly report: CheckReport;
  /** What of it speaks for or against causes of a bounce: for `diagnose`. */
  readonly observed: readonly Observed[];
}

/** Checks domains, addresses, mail servers and messages. One of it serves many checks, which share its cache. */
export class Probe {
  readonly #options: ProbeOptions;
  readonly #own: Dns | null;
  readonly #instruments: Instruments;
  readonly #fetches = new SharedFetches();

  /** @throws RangeError for a DNS server that is no address, or a time that is none */
  constructor(options: ProbeOptions = {}) {
    const { resolvers, instruments = {}, milliseconds = MILLISECONDS } = options;
    if (!(milliseconds >= 1 && milliseconds <= MAX_MILLISECONDS))
      throw new RangeError(
        `milliseconds ${milliseconds}: write how long a whole check may take, from 1 to ${MAX_MILLISECONDS}.`,
      );
    this.#options = options;
    this.#own = instruments.dns === undefined ? ownDns(resolvers) : null;
    const dns = instruments.dns ?? this.#own ?? noResolver;
    this.#instruments = {
      dns,
      smtp: instruments.smtp ?? pooledProber(createSmtpProber()),
      https: instruments.https ?? ((own) => createHttpsFetcher({ resolve: resolveWith(own) })),
    };
  }

  /**
   * Checks what is asked for.
   *
   * @throws SubjectError for what is no domain, address or host, or where the one to be checked is not named
   */
  async check(
    kind: Exclude<SubjectKind, 'message'>,
    request: CheckRequest,
    listener: Listener = {},
  ): Promise<CheckRun> {
    const subject = readSubject(request);
    const { mailServer } = subject;
    if (named[kind](subject) === null) throw nothingNamed[kind]();
    // a server alone has a domain in its own name: whom postmaster@ is asked of
    const isHost = kind === 'mx' && mailServer !== null && isIP(mailServer) === 0;
    return this.run(kind, isHost && subject.domain === null ? { ...subject, domain: mailServer } : subject, listener);
  }

  /** Checks a subject that is known already. */
  async run(kind: SubjectKind, subject: Subject, { areas, onResult, onFault }: Listener = {}): Promise<CheckRun> {
    const {
      connect = true,
      lists = true,
      listKeys,
      milliseconds = MILLISECONDS,
      ownName,
      smtpPort = 25,
    } = this.#options;
    const now = this.#options.now ?? (() => new Date());
    const started = performance.now();
    // checks of the same thing side by side are one to the DNS, in whatever order their parts ask
    const same = JSON.stringify([kind, { ...subject, message: digestOf(subject) }]);
    const dns = budgetedDns(this.#instruments.dns, { queries: DNS_QUERIES, milliseconds, sharedBy: `dns ${same}` });
    const listDns = budgetedDns(this.#instruments.dns, {
      queries: LIST_QUERIES,
      milliseconds,
      sharedBy: `lists ${same}`,
    });
    const context: CheckContext = {
      subject,
      dns,
      smtp: connect ? rememberingProber(this.#instruments.smtp) : null,
      https: this.#fetches.of(this.#instruments.https(dns), same),
      lists: lists ? createListClient({ dns: listDns, keys: listKeys, now: () => now().getTime() }) : null,
      now: now(),
      ownName: ownName ?? hostname(),
      smtpPort,
    };
    const concerned = areas === undefined ? checks : checks.filter(({ area }) => areas.includes(area));
    const { run, notRun } = chooseChecks(concerned, kind, subject, { connect, lists });
    const results = await runChecks(run, context, { milliseconds, onResult, onFault });
    return {
      report: {
        kind,
        subject: named[kind](subject) ?? '',
        checkedAt: context.now.toISOString(),
        results,
        notRun,
        queries: { dns: dns.asked, blocklists: listDns.asked },
        took: Math.round(performance.now() - started),
      },
      observed: await observe(context, kind, results),
    };
  }

  /**
   * Lends what asks the DNS and the web to something else than checks: it may ask as much as one check.
   *
   * @param topic what it is asked for, such as `spf example.com`: what is asked for the same at once shares one budget
   */
  lend(topic: string): { readonly dns: DnsClient; readonly https: HttpsFetcher } {
    const { milliseconds = MILLISECONDS } = this.#options;
    const sharedBy = `lent ${topic}`;
    const dns = budgetedDns(this.#instruments.dns, { queries: DNS_QUERIES, milliseconds, sharedBy });
    return { dns, https: this.#fetches.of(this.#instruments.https(dns), sharedBy) };
  }

  /** Ends its sockets. */
  async close(): Promise<void> {
    this.#own?.close();
  }
}

/** What of a subject is named as the one that was checked. */
const named: Readonly<Record<SubjectKind, (subject: Subject) => string | null>> = {
  domain: ({ domain }) => domain,
  ip: ({ ip }) => ip,
  mx: ({ mailServer }) => mailServer,
  message: ({ domain }) => domain,
};

/** What to write where it is not named. */
const nothingNamed = {
  domain: () => new SubjectError('domain-invalid', 'No domain was named: write one such as example.com.'),
  ip: () => new SubjectError('ip-invalid', 'No IP address was named: write one such as 192.0.2.1 or 2001:db8::1.'),
  mx: () => new SubjectError('host-invalid', 'No mail server was named: write its name or its IP address.'),
} as const;

/** What tells messages apart that are of the same sender: each has signatures and links of its own to ask for. */
function digestOf({ message }: Subject): string | null {
  return message === null ? null : createHash('sha256').update(message.raw).digest('base64');
}

/** The resolvers that were named, else those of the machine; null where it has none, which each check then tells. */
function ownDns(resolvers: readonly string[] | undefined): Dns | null {
  return resolvers === undefined && systemResolvers().problem !== null ? null : createDns({ servers: resolvers });
}

/** The DNS of a machine without a resolver. */
const noResolver: DnsClient = {
  query: async (name, type) => failure(normalName(name), type, 'unreachable', systemResolvers().problem ?? ''),
};
