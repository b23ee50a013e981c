/** How the value of a header field is read. `plain`: by the look of its words alone. */
export type FieldKind = 'plain' | 'addresses' | 'subject' | 'received' | 'ids' | 'list' | 'user' | 'name';

const fieldKinds = new Map<string, FieldKind>();

function declare(kind: FieldKind, names: string): void {
  for (const name of names.trim().split(/\s+/)) fieldKinds.set(name, kind);
}

declare(
  'addresses',
  `from to cc bcc sender reply-to resent-from resent-to resent-cc resent-bcc resent-sender resent-reply-to
  delivered-to x-original-to x-delivered-to return-path errors-to mail-followup-to disposition-notification-to
  return-receipt-to x-forwarded-to x-forwarded-for x-failed-recipients x-display-name apparently-to envelope-to
  x-envelope-to x-envelope-from x-sender x-rcpt-to x-receiver x-original-from x-from x-to x-beenthere
  original-rcpt-to original-mail-from von an de para da van aan från fra til till od komu lähettäjä vastaanottaja
  от кому копия 差出人 宛先 发件人 收件人 寄件者 收件者 보낸사람 받는사람`,
);
declare('subject', 'subject thread-topic x-subject x-original-subject comments keywords x-list-subject');
declare('subject', 'betreff objet asunto oggetto onderwerp assunto ämne emne aihe temat тема 件名 主题 主旨 제목');
declare('received', 'received x-received');
declare(
  'ids',
  'message-id in-reply-to references resent-message-id x-ms-tnef-correlator thread-index x-original-message-id',
);
declare('list', 'list-id x-list x-mailing-list mailing-list');
declare(
  'user',
  `x-authenticated-user x-auth-user x-authenticated-sender x-authenticated x-username x-user x-account
  x-php-originating-script x-get-message-sender-via x-sasl-user`,
);
declare('name', 'organization organisation x-organization author x-author');

/** How to read the value of a field, by its name in lower case. */
export function fieldKind(name: string): FieldKind {
  return fieldKinds.get(name) ?? (/(?:^|-)(?:id|ids|guid|uuid)$/.test(name) ? 'ids' : 'plain');
}

/** What the value behind a key is: `helo=<laptop>`, `"uid": "jane"`, `user: jane`. */
export type ValueKind =
  | 'user'
  | 'host'
  | 'id'
  | 'name'
  | 'subject'
  | 'file'
  | 'campaign'
  | 'list'
  | 'mailbox'
  | 'boundary'
  | 'type';

const valueKinds = new Map<string, ValueKind>();

function declareKeys(kind: ValueKind, names: string): void {
  for (const name of names.trim().split(/\s+/)) valueKinds.set(name, kind);
}

declareKeys(
  'user',
  `uid user username user_name userid user-id login logname ruser rhost_user sasl_username sasl_sender auth_user
  authuser authenticated_id authenticated-user authenticated_sender cn ctladdr local_user localuser mailbox_name samaccountname`,
);
declareKeys(
  'host',
  'helo ehlo hostname host _hostname client_name reverse_client_name heloname helo_name computer dc workstation',
);
declareKeys(
  'id',
  `id qid queueid queue_id queue-id session sessionid session_id session-id msgid mid message_id messageid message-id
  transaction transactionid transaction_id trace traceid trace_id evpid envid envelopeid jobid job_id uuid guid ref
  reference sg_event_id sg_message_id smtp-id smtp_id x-message-id x_message_id eventid event_id sig signature token key
  requestid request_id correlationid feedbackid feedback_id b bh txn cookie`,
);
declareKeys(
  'name',
  'name displayname display_name display-name firstname first_name lastname last_name fullname full_name friendly_from friendlyfrom g s givenname surname sn',
);
declareKeys('subject', 'subject msg_subject message_subject message-subject header_subject t');
declareKeys('file', 'filename file attachment attachmentname');
declareKeys(
  'campaign',
  'campaign campaignid campaign_id campaign-id campaign_name category tag tags newsletter utm_campaign',
);
declareKeys('boundary', 'boundary');
declareKeys('type', 'type event eventtype event_type event-type record_type recordtype notificationtype');
declareKeys('list', 'list listid list_id list-id listname list_name mailinglist');
declareKeys(
  'mailbox',
  'to from orig_to rcpt recipient recipients sender mailfrom mail_from rcpt_to envelope-from envelope_from email address account orcpt mailbox',
);

/** What stands behind a key, by its name in lower case; undefined where the key says nothing. */
export function valueKind(key: string): ValueKind | undefined {
  return valueKinds.get(key);
}
