import { X509Certificate } from 'node:crypto';
import { organizationalDomain, type RecordFinding } from '@whybounce/core/record';
import { dayOf } from '../certificate/day.ts';
import { DerError, readDer, valuesOf } from '../certificate/der.ts';
import { type CertificateParts, certificateParts } from '../certificate/parts.ts';
import { LOGOTYPE } from './logotype.ts';
import { brokenAt, certificatesIn, isAnchored, isSignedBy, type MarkLink } from './mark-chain.ts';
import { say } from './mark-finding.ts';
import { logoIn, sameLogo } from './mark-logo.ts';

/** What a mark certificate is held against. */
export interface MarkQuestion {
  /** The file that `a=` names. */
  readonly pem: string;
  /** The domain at which the BIMI record stands. */
  readonly domain: string;
  readonly selector: string;
  /** The file that `l=` names as it came; null where it could not be fetched. */
  readonly logo: Uint8Array | null;
  /** PEM of the roots of mark certificates; empty: whether the issuer may issue them is not looked at. */
  readonly roots: readonly string[];
  readonly now: Date;
}

/** What a mark certificate is. */
export interface MarkCertificate {
  /** `Registered Mark`, `Prior Use Mark`, …; null where it does not say. */
  readonly markType: string | null;
  readonly names: readonly string[];
  readonly issuer: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** The logo inside, unpacked; null where there is none that can be read. */
  readonly logo: Uint8Array | null;
  /** Whether one of the given roots vouches for it; null where none was given. */
  readonly anchored: boolean | null;
}

export interface MarkReport {
  /** Null where the file holds no certificate that can be read. */
  readonly certificate: MarkCertificate | null;
  readonly findings: readonly RecordFinding[];
}

/** id-kp-BrandIndicatorforMessageIdentification (draft-chuang-bimi-certificate section 4). */
const BIMI_USAGE = '1.3.6.1.5.5.7.3.31';
/** Signed certificate timestamps (RFC 6962 section 3.3): mark certificates must be in public logs. */
const TIMESTAMPS = '1.3.6.1.4.1.11129.2.4.2';
const ALT_NAMES = '2.5.29.17';
const MARK_TYPE = /^1\.3\.6\.1\.4\.1\.53087\.1\.13=(.*)$/m;
const SOON = 30 * 86_400_000;

/**
 * Looks at a mark certificate (VMC or CMC): its chain, purpose, names and dates, and whether the logo in it is the one
 * that its own hash and the record's `l=` name. Spans are null: a certificate has no places that people could see.
 * Never throws for what the file holds.
 */
export function checkMark(question: MarkQuestion): MarkReport {
  const file = certificatesIn(question.pem);
  if (file === null || file.length === 0) return { certificate: null, findings: [unreadable(file)] };
  // an authority's certificate before the own one is a mistake of the file, and not of what is in it
  const first = Math.max(
    0,
    file.findIndex((link) => !link.certificate.ca),
  );
  const own = file[first] as MarkLink;
  const links = [own, ...file.toSpliced(first, 1)];
  let parts: CertificateParts;
  let names: string[];
  try {
    parts = certificateParts(own.der);
    names = namesIn(parts.extensions.get(ALT_NAMES));
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return {
      certificate: null,
      findings: [
        say(
          'unreadable',
          'high',
          `The certificate is not written as it must be: ${error.message}.`,
          'Publish the file as the issuer gave it to you.',
        ),
      ],
    };
  }
  const { certificate } = own;
  const inside = logoIn(parts.extensions.get(LOGOTYPE));
  const anchored =
    question.roots.length === 0
      ? null
      : isAnchored(
          links,
          question.roots.map((pem) => new X509Certificate(pem)),
        );
  return {
    certificate: {
      // Node has neither subject nor issuer where they are empty, whatever its types say
      markType: MARK_TYPE.exec(certificate.subject ?? '')?.[1] ?? null,
      names,
      issuer: (certificate.issuer ?? '').replaceAll('\n', ', '),
      validFrom: certificate.validFromDate,
      validTo: certificate.validToDate,
      logo: inside.logo,
      anchored,
    },
    findings: [
      ...(first > 0 ? [wrongOrder(first)] : chainFindings(links, anchored)),
      ...purposeFindings(own, parts),
      ...nameFindings(names, question),
      ...dateFindings(links, question.now),
      ...inside.findings,
      ...sameLogo(inside.logo, question.logo),
    ],
  };
}

function unreadable(links: readonly MarkLink[] | null): RecordFinding {
  return links === null
    ? say(
        'unreadable',
        'high',
        'A certificate in the file cannot be read.',
        'Publish the file as the issuer gave it to you.',
      )
    : say(
        'no-certificate',
        'high',
        'The file holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).',
        'Publish the certificate and its intermediates as one PEM file.',
      );
}

function wrongOrder(first: number): RecordFinding {
  return say(
    'chain',
    'high',
    `Your own certificate is number ${first + 1} of the file; receivers look for it first.`,
    'Put the certificates in this order: your own, then each one that signed the one before.',
  );
}

function chainFindings(links: readonly MarkLink[], anchored: boolean | null): RecordFinding[] {
  const [own] = links;
  if (own !== undefined && isSignedBy(own.certificate, own.certificate))
    return [
      say(
        'self-signed',
        'high',
        'The certificate is signed by itself: nobody vouches for the logo.',
        'Buy a mark certificate from an issuer that BIMI receivers accept.',
      ),
    ];
  const broken = brokenAt(links);
  if (broken !== null)
    return [
      say(
        'chain',
        'high',
        `Certificate ${broken + 2} of the file did not sign certificate ${broken + 1}.`,
        'Put the certificates in this order: your own, then each one that signed the one before.',
      ),
    ];
  if (links.length === 1 && anchored !== true)
    return [
      say(
        'no-intermediate',
        'medium',
        'The file holds your certificate alone, without the one that signed it.',
        'Append the intermediate certificates that the issuer gave you.',
      ),
    ];
  return anchored === false
    ? [
        say(
          'not-trusted',
          'high',
          'None of the known roots of mark certificates vouches for this one.',
          'Ask the issuer for a certificate under a root that BIMI receivers accept.',
        ),
      ]
    : [];
}

function purposeFindings({ certificate }: MarkLink, { extensions }: CertificateParts): RecordFinding[] {
  const findings: RecordFinding[] = [];
  if (!(certificate.keyUsage ?? []).includes(BIMI_USAGE))
    findings.push(
      say(
        'purpose',
        'high',
        `The certificate was not issued for BIMI: the usage ${BIMI_USAGE} is missing.`,
        'Name a mark certificate (VMC or CMC), not that of a web server.',
        'draft-chuang-bimi-certificate section 4',
      ),
    );
  if (!extensions.has(TIMESTAMPS))
    findings.push(
      say(
        'not-logged',
        'low',
        'The certificate carries no proof that it stands in a public log.',
        'Ask the issuer: mark certificates must be logged.',
      ),
    );
  return findings;
}

function nameFindings(names: readonly string[], { domain, selector }: MarkQuestion): RecordFinding[] {
  const own = domain.toLowerCase();
  const organization = organizationalDomain(own) ?? own;
  const good = [
    own,
    organization,
    `${selector.toLowerCase()}._bimi.${own}`,
    `${selector.toLowerCase()}._bimi.${organization}`,
  ];
  if (names.some((name) => good.includes(name))) return [];
  const listed =
    names.length === 0
      ? 'names no domain'
      : `is for ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''}`;
  return [say('name', 'high', `The certificate ${listed} and not for ${own}.`, `Have it issued for ${organization}.`)];
}

function dateFindings(links: readonly MarkLink[], now: Date): RecordFinding[] {
  for (const [index, { certificate }] of links.entries()) {
    const which = index === 0 ? 'The certificate' : `Certificate ${index + 1} of the file`;
    const { validFromDate: from, validToDate: to } = certificate;
    if (now > to)
      return [say('expired', 'high', `${which} ended on ${dayOf(to)}.`, 'Renew it and publish the new file.')];
    if (now < from)
      return [
        say(
          'not-yet-valid',
          'high',
          `${which} is valid from ${dayOf(from)} on.`,
          'Publish it on that day, or correct the clock.',
        ),
      ];
    if (index === 0 && to.getTime() - now.getTime() < SOON)
      return [say('ends-soon', 'medium', `${which} ends on ${dayOf(to)}.`, 'Renew it before that day.')];
  }
  return [];
}

/** DNS names of a subject alternative name (RFC 5280 section 4.2.1.6), lower case. @throws DerError */
function namesIn(extension: Uint8Array | undefined): string[] {
  if (extension === undefined) return [];
  return valuesOf(readDer(extension), 0x30)
    .filter(({ tag }) => tag === 0x82)
    .map(({ content }) => Buffer.from(content).toString('latin1').toLowerCase());
}
