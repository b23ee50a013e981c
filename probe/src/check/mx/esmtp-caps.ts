import { listed } from '../../fact/list-words.ts';
import { untestable } from '../../fact/session-words.ts';
import { smtpSessions } from '../../fact/smtp-sessions.ts';
import { defineCheck, notApplicable, pass, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.esmtp_caps',
  area: 'mx',
  input: 'probe',
  needs: [],
  severity: 'info',
  title: 'Mail servers know the usual extensions',
  about:
    'What a mail server offers beyond bare SMTP: how large a message may be, whether letters beyond ASCII pass unchanged, and whether it gives away which addresses exist.',
  remedy: null,
  source: 'RFC 5321 section 4.1.1.1',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return notApplicable('There is no mail server with an address to connect to.');
    const told = dialogues.sessions.filter(({ observation }) => Object.keys(offered(observation)).length > 0);
    const [first] = told;
    if (first === undefined) {
      const answered = dialogues.sessions.find(({ observation }) => observation.outcome === 'answered');
      return answered === undefined
        ? undetermined(untestable(dialogues.sessions))
        : tell(
            `${answered.label} offers no extension: it knows bare SMTP only, or a device on the way hides the rest.`,
          );
    }
    const seen = told.map(({ label, observation }) => ({
      of: `EHLO at ${label}`,
      value: Object.entries(offered(observation))
        .map(([keyword, parameters]) => `${keyword} ${parameters}`.trim())
        .join('\n'),
    }));
    const remarks: string[] = [];
    for (const [keyword, meaning] of Object.entries(wanted)) {
      const without = told.filter(({ observation }) => !(keyword in offered(observation)));
      if (without.length > 0)
        remarks.push(`${listed(without.map(({ label }) => label))} without ${keyword}: ${meaning}`);
    }
    const open = told.filter(({ observation }) => 'EXPN' in offered(observation));
    if (open.length > 0)
      remarks.push(`${listed(open.map(({ label }) => label))} with EXPN, which can give away the members of lists`);
    const size = sizeWords(offered(first.observation)['SIZE']);
    const special = Object.entries(rare)
      .filter(([keyword]) => keyword in offered(first.observation))
      .map(([keyword, meaning]) => `${meaning} (${keyword})`);
    const also = special.length === 0 ? '' : ` It also offers ${listed(special)}.`;
    return remarks.length > 0
      ? tell(`${size === null ? '' : `${first.label} ${size}. `}${remarks.join('; ')}.${also}`, { seen })
      : pass(`${first.label} ${size ?? 'offers the usual extensions'}.${also}`, { seen });
  },
});

/** What is lost without. */
const wanted: Readonly<Record<string, string>> = {
  SIZE: 'a message that is too large is refused only after it was sent whole',
  '8BITMIME': 'letters beyond ASCII must be recoded on the way, which breaks some signatures',
  PIPELINING: 'each command waits for its reply',
};

/** What few need. */
const rare: Readonly<Record<string, string>> = {
  SMTPUTF8: 'addresses in all scripts',
  CHUNKING: 'messages in pieces',
  REQUIRETLS: 'the promise to pass on only encrypted',
};

type Offers = Readonly<Record<string, string>>;

/** What was offered before STARTTLS counts too: no dialogue under TLS may have been had. */
function offered({ plainExtensions, extensions }: { plainExtensions: Offers; extensions: Offers }): Offers {
  return { ...plainExtensions, ...extensions };
}

/** The largest message as RFC 1870 section 3 has it: none or 0 is no limit that is told. */
function sizeWords(size: string | undefined): string | null {
  if (size === undefined || !/^\d{1,15}$/.test(size) || Number(size) === 0) return null;
  const megabytes = Number(size) / 1_000_000;
  return `takes messages of up to ${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}
