import type { Outcome } from './outcome.ts';
import type { Role } from './role.ts';

/** One sender's export, known by its column names. */
export interface ExportDialect {
  /** The slug that becomes `Reading.dialect`. */
  readonly dialect: string;
  /** The plain names of columns that must all be there. */
  readonly signature: string;
  /** Columns that mean something else here than elsewhere; null: nothing that a reader needs. */
  readonly roles?: Readonly<Record<string, Role | null>>;
  /** Words that mean something else here than elsewhere, in plain form. */
  readonly words?: Readonly<Record<string, Outcome>>;
  /** What a row stands for that says nothing else. Default: a bounce. */
  readonly outcome?: Outcome;
  /** A list of addresses that the platform no longer sends to, not of single failures. */
  readonly isSuppressionList?: true;
  /** Of its times without a zone, where the vendor says which it is; otherwise they are UTC. */
  readonly utcOffset?: string;
}

const suppressed: Outcome = ['bounce', 'suppressed.by-esp'];
const hard: Outcome = ['bounce', 'unknown.text'];

/** The exports whose columns are known. The longest signature that fits wins. */
export const exportDialects: readonly ExportDialect[] = [
  // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/suppressions: bounces, blocks and invalid addresses
  { dialect: 'sendgrid', signature: 'reason email created', roles: { created: 'bouncedAt' } },
  { dialect: 'sendgrid', signature: 'status reason email created', roles: { created: 'bouncedAt' } },
  { dialect: 'sendgrid', signature: 'email created ip', roles: { ip: null }, outcome: ['complaint'] },
  // https://www.twilio.com/docs/sendgrid/api-reference/email-activity/request-a-csv
  { dialect: 'sendgrid', signature: 'processed messageid event email recvmessageid', roles: { type: null } },
  // https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces
  { dialect: 'mailgun', signature: 'address code error createdat' },
  // https://documentation.mailgun.com/docs/mailgun/user-manual/events/events: the events as rows
  { dialect: 'mailgun', signature: 'event severity recipient', words: { temporary: ['deferral'] } },
  // https://postmarkapp.com/developer/api/bounce-api: `Description` is Postmark's own explanation of the type
  {
    dialect: 'postmark',
    signature: 'type typecode email bouncedat',
    roles: { description: null, typecode: null, name: null },
    words: { transient: ['deferral'], blocked: ['bounce', 'policy.generic'] },
  },
  // https://postmarkapp.com/developer/api/suppressions-api
  {
    dialect: 'postmark',
    signature: 'emailaddress suppressionreason origin createdat',
    isSuppressionList: true,
    words: { manualsuppression: ['other', 'notice.unsubscribe'] },
  },
  // https://developers.sparkpost.com/api/events/, https://developers.sparkpost.com/api/suppression-list/
  { dialect: 'sparkpost', signature: 'type rcptto bounceclass', roles: { type: 'event', errorcode: 'code' } },
  { dialect: 'sparkpost', signature: 'type rcptto timestamp eventid', roles: { type: 'event', errorcode: 'code' } },
  {
    dialect: 'sparkpost',
    signature: 'recipient type source description',
    roles: { type: null, source: 'event' },
    words: { bouncerule: suppressed, manuallyadded: ['other', 'suppressed.by-esp'], compliance: suppressed },
    isSuppressionList: true,
  },
  // https://mailchimp.com/help/about-cleaned-contacts/: a hard bounce or several soft ones
  { dialect: 'mailchimp', signature: 'emailaddress cleantime', isSuppressionList: true, roles: { notes: null } },
  {
    dialect: 'mailchimp',
    signature: 'emailaddress unsubtime unsubcampaignid',
    roles: { unsubtime: 'time' },
    outcome: ['other', 'notice.unsubscribe'],
  },
  // https://mailchimp.com/developer/transactional/docs/reputation-rejections/
  {
    dialect: 'mandrill',
    signature: 'email reason detail createdat lasteventat',
    roles: { reason: 'class' },
    isSuppressionList: true,
  },
  // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html
  { dialect: 'amazon-ses', signature: 'emailaddress reason lastupdatetime', isSuppressionList: true },
  // https://developers.brevo.com/docs/bulk-fetch-all-your-transactional-activity; the log of its pages has short names
  {
    dialect: 'brevo',
    signature: 'event email tsepoch',
    words: { blocked: suppressed, invalid: ['bounce', 'recipient.bad-syntax'], spam: ['complaint'] },
  },
  {
    dialect: 'brevo',
    signature: 'sttext ts sub frm email mid',
    words: { blocked: suppressed, invalid: ['bounce', 'recipient.bad-syntax'], spam: ['complaint'] },
  },
  // https://dev.mailjet.com/email/guides/webhooks/
  { dialect: 'mailjet', signature: 'event email mjcampaignid', words: { sent: ['delivery'] } },
  // https://knowledge.hubspot.com/marketing-email/export-unsubscribes-and-bounces
  { dialect: 'hubspot', signature: 'portalbounce portalunsubscribe' },
  // https://developer.constantcontact.com/api_guide/email_summary_bounces_report.html
  {
    dialect: 'constant-contact',
    signature: 'emailaddress bouncecode createdtime',
    roles: { bouncecode: 'class' },
    words: {
      b: ['bounce', 'recipient.unknown'],
      d: ['bounce', 'route.no-answer'],
      f: ['bounce', 'recipient.over-quota'],
      s: suppressed,
      v: ['auto-reply'],
      x: ['bounce'],
      z: ['bounce'],
    },
  },
  // https://www.campaignmonitor.com/api/v3-3/campaigns/#campaign-bounces
  { dialect: 'campaign-monitor', signature: 'emailaddress listid bouncetype date reason' },
  // https://help.salesforce.com/s/articleView?id=mktg.mc_as_bounces.htm; its clock is UTC-6 all year
  {
    dialect: 'salesforce-marketing-cloud',
    signature: 'clientid subscriberkey emailaddress eventdate bouncecategory',
    roles: { eventtype: null },
    utcOffset: '-06:00',
  },
  // The data view _Bounce, which has the subscriber's key in place of the address
  {
    dialect: 'salesforce-marketing-cloud',
    signature: 'jobid subscriberkey eventdate bouncecategory smtpbouncereason',
    roles: { subscriberkey: 'recipient', smtpmessage: 'text' },
    utcOffset: '-06:00',
  },
  // https://docs.oracle.com/en/cloud/saas/marketing/responsys-user/Help/CED/FileLayoutsEmail.htm: REASON is a class,
  // and REASON_CODE holds the server's words
  {
    dialect: 'responsys',
    signature: 'eventtypeid riid eventcaptureddt launchid email bouncetype',
    roles: { reason: 'class', reasoncode: 'text' },
    words: { h: hard, s: hard },
  },
  // https://docs.oracle.com/en/cloud/saas/marketing/eloqua-develop/Developers/BulkAPI/Tutorials/ExportingActivities/
  {
    dialect: 'eloqua',
    signature: 'activityid activitytype activitydate emailaddress smtperrorcode smtpmessage',
    roles: { smtpstatuscode: 'status' },
  },
  // https://developer.goacoustic.com/acoustic-campaign/reference/rawrecipientdataexport
  {
    dialect: 'acoustic',
    signature: 'recipientid mailingid email eventtype eventtimestamp',
    words: { replymailblock: ['bounce'], suppressed, replyother: ['auto-reply'], replymailrestriction: ['bounce'] },
  },
  // https://api.iterable.com/api/docs#export_exportDataCsv (emailBounce)
  { dialect: 'iterable', signature: 'email messageid campaignid recipientstate createdat' },
  // https://www.braze.com/docs/api/endpoints/email/get_list_hard_bounces
  { dialect: 'braze', signature: 'email hardbouncedat', isSuppressionList: true },
  // https://resend.com/docs/dashboard/emails/introduction
  { dialect: 'resend', signature: 'id createdat subject from to lastevent' },
  // https://elasticemail.com/developers/api-documentation/rest-api (RecipientEvent)
  {
    dialect: 'elastic-email',
    signature: 'transactionid msgid to eventtype eventdate message',
    words: { suppressed, failedattempt: ['deferral'] },
  },
  // https://developers.telnyx.com/api-reference/email-suppressions/export-suppressions-as-csv
  {
    dialect: 'telnyx',
    signature: 'to from reason source scope status domainid',
    roles: { status: null, source: null, reason: 'class' },
    isSuppressionList: true,
  },
  // https://apidocs.emailer.emfluence.com/v1/endpoints/exports/emailBounces
  { dialect: 'emfluence', signature: 'emailid datebounced bouncetype email', words: { hb: hard, sb: hard } },
  // https://servicewiki.promio-connect.com/doku.php/en:dataexchange:export_bounces
  {
    dialect: 'promio',
    signature: 'emailid mailerror custid mail',
    roles: { mailerror: 'class', date: 'bouncedAt' },
    words: { 1: hard, 2: hard, 3: suppressed },
  },
  // https://intelligentemails.zendesk.com/hc/en-us/articles/211292626-CSV-exports-Bounce-codes
  { dialect: 'ofsys', signature: 'gotbounce ishardbounce bouncecode' },
];
