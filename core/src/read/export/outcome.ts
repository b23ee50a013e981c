import type { ReasonId } from '@whybounce/knowledge';
import type { Kind } from '../../reading.ts';
import { plainName } from '../../text/csv.ts';
import { categoryHint } from '../webhook/bounce-category.ts';

/** What a word of an export means. The hint `unknown.text` says: the vendor names a class, but no reason. */
export type Outcome = readonly [kind: Kind, hint?: ReasonId];

/** Words for what happened, by outcome. */
const EVENTS: readonly (readonly [words: string, outcome: Outcome])[] = [
  [
    'bounce bounced bounces emailbounce emailbounced bounceback blocked block blockbounce blockedbounce dropped drop mtadropped failed fail failure permanentfailure permanentfail permfail rejected reject undeliverable undelivered notdelivered outofband outofbandbounce oob policyrejection generationfailure generationrejection error returned invalid',
    ['bounce'],
  ],
  [
    'hard hardbounce hardbounced hardbounces permanent permanentbounce soft softbounce softbounced softbounces temporarybounce transient temporary unknownbounce technicalbounce technicalotherbounce technicalorotherbounce generalbounce',
    ['bounce', 'unknown.text'],
  ],
  ['suppressed cleaned globalsuppression', ['bounce', 'suppressed.by-esp']],
  ['invalidemail bademailaddress', ['bounce', 'recipient.bad-syntax']],
  ['manual manuallyadded manualsuppression usersuppressed manualblock', ['other', 'suppressed.by-esp']],
  [
    'deferred deferral deferrals delayed delay delaybounce deliverydelayed delayeddelivery retry retrying willretry tempfail temporaryfailure temporaryfail relaytempfail failedattempt',
    ['deferral'],
  ],
  ['delivered delivery deliveries deliveredtoserver relayed', ['delivery']],
  [
    'complaint complaints complained spamcomplaint spamcomplaints spamreport spamreports spamreported spam abuse abusereport abusecomplaint replyabuse markedasspam reportedasspam reportedspam feedbackloop fbl junk emailcomplaint emailcomplained',
    ['complaint'],
  ],
  [
    'unsubscribe unsubscribed unsubscribes unsub listunsubscribe linkunsubscribe groupunsubscribe optout optedout',
    ['other', 'notice.unsubscribe'],
  ],
  ['subscribe subscribed resubscribe groupresubscribe', ['other', 'notice.subscribe']],
  ['autoreply autoresponder autoresponse vacation vacationautoreply outofoffice', ['auto-reply']],
  ['challenge challengeresponse challengeverification', ['challenge']],
  [
    'open opened opens firstopening uniqueopened initialopen click clicked clicks processed sent send sends queued accepted injection scheduled requests proxyopen loadedbyproxy',
    ['other'],
  ],
];

/** Words for the reason of a bounce, beside those that the webhooks of several senders share. */
const REASONS: readonly (readonly [words: string, hint: ReasonId])[] = [
  [
    'userunknown unknownuser usernotfound nosuchuser mailboxnotfound mailboxdoesnotexist nonexistent nonexistentaddress nonexistentuser addressnotfound recipientunknown unknownrecipient recipientnotfound noemail',
    'recipient.unknown',
  ],
  ['domainunknown unknowndomain domainnotfound nonexistentdomain hostunknown', 'recipient.domain-unknown'],
  ['badaddresssyntax badsyntax syntaxerror', 'recipient.bad-syntax'],
  ['full overquota quotaexceeded fullmailbox inboxfull mailboxoverquota accountfull', 'recipient.over-quota'],
  [
    'inactiveaccount mailboxinactive mailboxdisabled accountdisabled useraccountdisabled disabledmailbox',
    'recipient.disabled',
  ],
  ['spamblocked spamcontent contentblocked content contentrejected spamdetected spamnotification', 'content.spam'],
  ['urlblock urlblocked', 'content.url'],
  ['virus virusdetected virusnotification', 'content.virus'],
  ['messagetoolarge toolarge', 'content.too-big'],
  ['attachmentrejected', 'content.attachment'],
  ['blacklist blocklist blocklisted', 'reputation.low'],
  ['dmarcpolicy', 'auth.dmarc'],
  ['greylist greylisting graylisted', 'rate.greylist'],
  ['ratelimited ratelimit', 'rate.messages'],
  ['relaydenied relayingdenied', 'route.relay-denied'],
  ['dnsfailure dnserror', 'route.dns-temporary'],
  ['connectionrefused connectiontimeout connectiontimedout networkerror noresponse unreachable', 'route.no-answer'],
  ['expired customtimeoutexceeded', 'route.expired'],
  // Of a class column only: an event called `Other` is no bounce.
  ['undetermined general other unknown technical undefined', 'unknown.text'],
  ['onaccountsuppressionlist suppressionlist unsubscribedrecipient manuallydeactivated', 'suppressed.by-esp'],
];

const events = new Map(EVENTS.flatMap(([words, outcome]) => words.split(' ').map((word) => [word, outcome] as const)));
const reasons = new Map(REASONS.flatMap(([words, hint]) => words.split(' ').map((word) => [word, hint] as const)));
/** A class is a word or a few; more is what a server said. */
export const MAX_WORD = 48;

/** What the word of an event column means; null for a word that nobody knows. */
export function eventOutcome(text: string): Outcome | null {
  return lookUp(text, (word) => {
    const reason = reasonOutcome(word);
    return events.get(word) ?? (reason?.[1] === 'unknown.text' ? null : reason);
  });
}

/** What the word of a class column means: `spam` is a reason there, and a complaint as an event. */
export function classOutcome(text: string): Outcome | null {
  return lookUp(text, (word) => reasonOutcome(word) ?? events.get(word) ?? null);
}

function reasonOutcome(word: string): Outcome | null {
  const hint = reasons.get(word) ?? categoryHint(word);
  return hint === null ? null : ['bounce', hint];
}

/** `Hard Bounce`, `hard_bounce`; of `Hard Bounce - User unknown` what is behind the sign says more. */
function lookUp(text: string, find: (word: string) => Outcome | null): Outcome | null {
  if (text.length > MAX_WORD) return null;
  const whole = find(plainName(text));
  if (whole !== null) return whole;
  const sign = /^([^:(–-]+?)(?:\s+[–-]\s+|:\s+|\s*\()(.+?)\)?$/.exec(text);
  if (sign === null) return null;
  const first = find(plainName(sign[1] ?? ''));
  const second = find(plainName(sign[2] ?? ''));
  if (first === null) return null;
  return first[0] === 'bounce' && second !== null && second[0] === 'bounce' ? second : first;
}
