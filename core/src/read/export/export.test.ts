import { expect, test } from 'vitest';
import { newReading, type OriginalMessage, type Reading } from '../../reading.ts';
import { readExport } from './export-fixture.ts';
import { recognisesExport } from './recognise.ts';

type Changes = Partial<Omit<Reading, 'message'>> & { message?: Partial<OriginalMessage> };

/** A whole reading of an export with what differs from an empty one. */
function reading(dialect: string, kind: Reading['kind'], position: string, { message, ...changes }: Changes): Reading {
  const empty = newReading('webhook', dialect, kind);
  return { ...empty, position, ...changes, message: { ...empty.message, ...message } };
}

const classOnly = (name: string) => [
  { code: 'webhook-class-only', message: `No reply of a mail server was given; the sender's class is "${name}".` },
];

/** Name of the case, the file, its readings. */
const cases: readonly (readonly [name: string, text: string, readings: readonly Reading[]])[] = [
  [
    'sendgrid bounces',
    'status,reason,email,created\n5.1.1,"550 5.1.1 <gone@dest.example>: no, not here",gone@dest.example,1779892200\n,421 try later,slow@dest.example,2026-05-27T14:30:01Z\n',
    [
      reading('sendgrid', 'bounce', '2', {
        recipient: 'gone@dest.example',
        enhancedStatus: '5.1.1',
        diagnostic: '550 5.1.1 <gone@dest.example>: no, not here',
        timestamp: '2026-05-27T14:30:00Z',
      }),
      reading('sendgrid', 'bounce', '3', {
        recipient: 'slow@dest.example',
        diagnostic: '421 try later',
        timestamp: '2026-05-27T14:30:01Z',
      }),
    ],
  ],
  [
    'sendgrid email activity',
    'processed,message_id,event,api_key_id,recv_message_id,subject,from,email,reason,mx,type\n2026-05-27 14:30:00,m.1,bounce,k,r.1,Hello,shop@own.example,a@dest.example,554 5.7.1 refused,mx1.dest.example,bounce\n2026-05-27 14:31:00,m.2,deferred,k,r.2,Hello,shop@own.example,b@dest.example,451 wait,,\n2026-05-27 14:32:00,m.3,open,k,r.3,Hello,shop@own.example,c@dest.example,,,\n',
    [
      reading('sendgrid', 'bounce', '2', {
        recipient: 'a@dest.example',
        remoteHost: 'mx1.dest.example',
        diagnostic: '554 5.7.1 refused',
        timestamp: '2026-05-27T14:30:00Z',
        message: { messageId: 'm.1', subject: 'Hello', from: 'shop@own.example' },
      }),
      reading('sendgrid', 'deferral', '3', {
        recipient: 'b@dest.example',
        diagnostic: '451 wait',
        timestamp: '2026-05-27T14:31:00Z',
        message: { messageId: 'm.2', subject: 'Hello', from: 'shop@own.example' },
      }),
      reading('sendgrid', 'other', '4', {
        recipient: 'c@dest.example',
        timestamp: '2026-05-27T14:32:00Z',
        message: { messageId: 'm.3', subject: 'Hello', from: 'shop@own.example' },
      }),
    ],
  ],
  [
    'mailgun bounces',
    'address,code,error,created_at\nfull@dest.example,552,"5.2.2 mailbox ""full""\nover quota","Wed, 27 May 2026 14:30:00 UTC"\n',
    [
      reading('mailgun', 'bounce', '2', {
        recipient: 'full@dest.example',
        replyCode: 552,
        enhancedStatus: '5.2.2',
        diagnostic: '5.2.2 mailbox "full" over quota',
        timestamp: '2026-05-27T14:30:00Z',
      }),
    ],
  ],
  [
    'postmark bounces',
    'ID,Type,TypeCode,Name,Tag,MessageID,Description,Details,Email,From,BouncedAt,Subject\n9,Transient,2,Message delayed,news,abc,The server is slow (ex: unknown user).,smtp;451 later,t@dest.example,me@own.example,2026-05-27T14:30:00.1234567Z,Hi\n8,SpamNotification,512,Spam notification,,def,Explained.,,s@dest.example,me@own.example,2026-05-27T14:30:00Z,Hi\n',
    [
      reading('postmark', 'deferral', '2', {
        recipient: 't@dest.example',
        diagnostic: 'smtp;451 later',
        timestamp: '2026-05-27T14:30:00.1234567Z',
        message: { messageId: 'abc', subject: 'Hi', from: 'me@own.example', campaign: 'news' },
      }),
      reading('postmark', 'bounce', '3', {
        recipient: 's@dest.example',
        hint: 'content.spam',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('SpamNotification'),
        message: { messageId: 'def', subject: 'Hi', from: 'me@own.example' },
      }),
    ],
  ],
  [
    'postmark suppressions',
    'EmailAddress,SuppressionReason,Origin,CreatedAt\na@dest.example,HardBounce,Recipient,2026-05-27T14:30:00Z\nb@dest.example,SpamComplaint,Recipient,2026-05-27T14:30:00Z\nc@dest.example,ManualSuppression,Customer,2026-05-27T14:30:00Z\n',
    [
      reading('postmark', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('HardBounce'),
      }),
      reading('postmark', 'complaint', '3', {
        recipient: 'b@dest.example',
        hint: 'notice.complaint',
        timestamp: '2026-05-27T14:30:00Z',
      }),
      reading('postmark', 'other', '4', {
        recipient: 'c@dest.example',
        hint: 'notice.unsubscribe',
        timestamp: '2026-05-27T14:30:00Z',
      }),
    ],
  ],
  [
    'sparkpost events',
    'type,event_id,timestamp,rcpt_to,raw_rcpt_to,msg_from,subject,error_code,raw_reason,reason,bounce_class,campaign_id\nbounce,1,2026-05-27T14:30:00.000Z,a@dest.example,A@dest.example,ret@own.example,Hi,550,550 5.1.1 no such,550 5.1.1 no such [generalised],10,spring\nspam_complaint,2,2026-05-27T14:30:00.000Z,b@dest.example,b@dest.example,ret@own.example,Hi,,,,,spring\n',
    [
      reading('sparkpost', 'bounce', '2', {
        recipient: 'A@dest.example',
        sender: 'ret@own.example',
        replyCode: 550,
        diagnostic: '550 5.1.1 no such',
        hint: 'recipient.unknown',
        timestamp: '2026-05-27T14:30:00.000Z',
        message: { subject: 'Hi', campaign: 'spring' },
      }),
      reading('sparkpost', 'complaint', '3', {
        recipient: 'b@dest.example',
        sender: 'ret@own.example',
        hint: 'notice.complaint',
        timestamp: '2026-05-27T14:30:00.000Z',
        message: { subject: 'Hi', campaign: 'spring' },
      }),
    ],
  ],
  [
    'sparkpost suppression list',
    'recipient,type,source,description\na@dest.example,transactional,Bounce Rule,550 5.1.1 unknown\nb@dest.example,non_transactional,Spam Complaint,\nc@dest.example,non_transactional,Bounce Rule,\n',
    [
      reading('sparkpost', 'bounce', '2', {
        recipient: 'a@dest.example',
        diagnostic: '550 5.1.1 unknown',
        hint: 'suppressed.by-esp',
      }),
      reading('sparkpost', 'complaint', '3', { recipient: 'b@dest.example', hint: 'notice.complaint' }),
      reading('sparkpost', 'bounce', '4', { recipient: 'c@dest.example', hint: 'suppressed.by-esp' }),
    ],
  ],
  [
    'mailchimp cleaned contacts',
    '"Email Address","First Name",MEMBER_RATING,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,NOTES\na@dest.example,Ann,2,"2026-05-27 14:30:00","May news",c9,call her\n',
    [
      reading('mailchimp', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: 'May news' },
      }),
    ],
  ],
  [
    'mandrill denylist',
    'email,reason,detail,created_at,expires_at,last_event_at,expires_at,subaccount\nA@dest.example,hard-bounce,"smtp;550 5.4.1 [A@dest.example]: Recipient address rejected: Access denied","2026-01-14 19:08:17.5","2026-01-21 19:08:17","2026-01-14 19:08:17.5","2026-01-21 19:08:17",\nb@dest.example,soft-bounce,,"2026-01-14 19:08:17","","","",\nc@dest.example,spam,,"2026-01-14 19:08:17","","","",\n',
    [
      reading('mandrill', 'bounce', '2', {
        recipient: 'A@dest.example',
        diagnostic: 'smtp;550 5.4.1 [A@dest.example]: Recipient address rejected: Access denied',
        timestamp: '2026-01-14T19:08:17.5Z',
      }),
      reading('mandrill', 'bounce', '3', {
        recipient: 'b@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-01-14T19:08:17Z',
        warnings: classOnly('soft-bounce'),
      }),
      reading('mandrill', 'complaint', '4', {
        recipient: 'c@dest.example',
        hint: 'notice.complaint',
        timestamp: '2026-01-14T19:08:17Z',
      }),
    ],
  ],
  [
    'amazon ses suppression list',
    'EmailAddress,Reason,LastUpdateTime\na@dest.example,BOUNCE,2026-05-27T14:30:00+00:00\nb@dest.example,COMPLAINT,2026-05-27T14:30:00+00:00\n',
    [
      reading('amazon-ses', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('BOUNCE'),
      }),
      reading('amazon-ses', 'complaint', '3', {
        recipient: 'b@dest.example',
        hint: 'notice.complaint',
        timestamp: '2026-05-27T14:30:00Z',
      }),
    ],
  ],
  [
    'amazon ses suppression list as its command prints it',
    '{"SuppressedDestinationSummaries": [{"EmailAddress": "a@dest.example", "Reason": "BOUNCE", "LastUpdateTime": "2026-05-27T14:30:00+02:00"}, {"EmailAddress": "b@dest.example", "Reason": "COMPLAINT"}]}',
    [
      reading('amazon-ses', 'bounce', '1', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T12:30:00Z',
      }),
      reading('amazon-ses', 'complaint', '2', { recipient: 'b@dest.example', hint: 'notice.complaint' }),
    ],
  ],
  [
    'brevo weekly export, with semicolons',
    'event;email;id;date;message-id;subject;tag;sending_ip;ts_epoch;reason\nhard_bounce;a@dest.example;1;2026-05-27 16:30:00;<m1@own.example>;Hi;t;192.0.2.1;1779892200000;"550 no; really"\nblocked;b@dest.example;1;2026-05-27 16:30:00;<m2@own.example>;Hi;t;192.0.2.1;1779892200000;\nspam;c@dest.example;1;2026-05-27 16:30:00;<m3@own.example>;Hi;t;192.0.2.1;1779892200000;\n',
    [
      reading('brevo', 'bounce', '2', {
        recipient: 'a@dest.example',
        diagnostic: '550 no; really',
        timestamp: '2026-05-27T14:30:00Z',
        message: { messageId: '<m1@own.example>', subject: 'Hi', campaign: 't' },
      }),
      reading('brevo', 'bounce', '3', {
        recipient: 'b@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
        message: { messageId: '<m2@own.example>', subject: 'Hi', campaign: 't' },
      }),
      reading('brevo', 'complaint', '4', {
        recipient: 'c@dest.example',
        hint: 'notice.complaint',
        timestamp: '2026-05-27T14:30:00Z',
        message: { messageId: '<m3@own.example>', subject: 'Hi', campaign: 't' },
      }),
    ],
  ],
  [
    'hubspot',
    'Email,Portal Bounce,Portal Unsubscribe,Portal Spam Report,Global Bounce,Marketing Information\na@dest.example,UNKNOWN_USER,TRUE,,,\nb@dest.example,TRUE,,TRUE,TRUE,\nc@dest.example,,,,,TRUE\n',
    [
      reading('hubspot', 'bounce', '2', { recipient: 'a@dest.example', hint: 'recipient.unknown' }),
      reading('hubspot', 'other', '2', { recipient: 'a@dest.example', hint: 'notice.unsubscribe' }),
      reading('hubspot', 'bounce', '3', { recipient: 'b@dest.example', hint: 'suppressed.by-esp' }),
      reading('hubspot', 'complaint', '3', { recipient: 'b@dest.example', hint: 'notice.complaint' }),
      reading('hubspot', 'other', '4', { recipient: 'c@dest.example' }),
    ],
  ],
  [
    'constant contact',
    'contact_id,email_address,bounce_code,created_time\n1,a@dest.example,B,2026-05-27T14:30:00Z\n2,b@dest.example,F,2026-05-27T14:30:00Z\n3,c@dest.example,V,2026-05-27T14:30:00Z\n4,d@dest.example,Z,2026-05-27T14:30:00Z\n',
    [
      reading('constant-contact', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'recipient.unknown',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('B'),
      }),
      reading('constant-contact', 'bounce', '3', {
        recipient: 'b@dest.example',
        hint: 'recipient.over-quota',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('F'),
      }),
      reading('constant-contact', 'auto-reply', '4', {
        recipient: 'c@dest.example',
        hint: 'notice.autoreply',
        timestamp: '2026-05-27T14:30:00Z',
      }),
      reading('constant-contact', 'bounce', '5', {
        recipient: 'd@dest.example',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('Z'),
      }),
    ],
  ],
  [
    'salesforce marketing cloud',
    '"ClientID","SendID","SubscriberKey","EmailAddress","SubscriberID","ListID","EventDate","EventType","BounceCategory","SMTPCode","BounceReason","BatchID","TriggeredSendExternalKey"\n"1","22","k1","a@dest.example","3","4","5/27/2026 8:30:00 AM","Bounce","Hard bounce","550","550 5.1.1 unknown user","0",""\n"1","22","k2","b@dest.example","3","4","5/27/2026 8:30:00 PM","Bounce","Block bounce","","","0",""\n',
    [
      reading('salesforce-marketing-cloud', 'bounce', '2', {
        recipient: 'a@dest.example',
        replyCode: 550,
        diagnostic: '550 5.1.1 unknown user',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: '22' },
      }),
      reading('salesforce-marketing-cloud', 'bounce', '3', {
        recipient: 'b@dest.example',
        timestamp: '2026-05-28T02:30:00Z',
        warnings: classOnly('Block bounce'),
        message: { campaign: '22' },
      }),
    ],
  ],
  [
    'responsys, whose REASON_CODE holds the words',
    'EVENT_TYPE_ID|ACCOUNT_ID|LIST_ID|RIID|CUSTOMER_ID|EVENT_CAPTURED_DT|EVENT_STORED_DT|CAMPAIGN_ID|LAUNCH_ID|EMAIL|EMAIL_FORMAT|BOUNCE_TYPE|REASON|REASON_CODE\n2|1|2|3||27-May-2026 14:30:00|27-May-2026 14:31:00|77|8|a@dest.example|H|H|USER_NOT_FOUND|550 5.1.1 who?\n2|1|2|3||27-May-2026 14:30:00|27-May-2026 14:31:00|77|8|b@dest.example|H|S|UNKNOWN|\n',
    [
      reading('responsys', 'bounce', '2', {
        recipient: 'a@dest.example',
        diagnostic: '550 5.1.1 who?',
        hint: 'recipient.unknown',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: '77' },
      }),
      reading('responsys', 'bounce', '3', {
        recipient: 'b@dest.example',
        hint: 'unknown.text',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: '77' },
        warnings: classOnly('UNKNOWN'),
      }),
    ],
  ],
  [
    'eloqua',
    'ActivityId,ActivityType,ActivityDate,EmailAddress,AssetName,SmtpErrorCode,SmtpStatusCode,SmtpMessage\n1,Bounceback,2026-05-27T14:30:00Z,a@dest.example,Launch,550,5.1.1,550 5.1.1 gone\n',
    [
      reading('eloqua', 'bounce', '2', {
        recipient: 'a@dest.example',
        replyCode: 550,
        enhancedStatus: '5.1.1',
        diagnostic: '550 5.1.1 gone',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: 'Launch' },
      }),
    ],
  ],
  [
    'acoustic',
    'Recipient Id,Recipient Type,Mailing Id,Report Id,Email,Event Type,Event Timestamp,Suppression Reason,Mailing Name\n1,Normal,2,3,a@dest.example,Hard Bounce,05/27/2026 14:30:00,,May\n2,Normal,2,3,b@dest.example,Reply Abuse,05/27/2026 14:30:00,,May\n3,Normal,2,3,c@dest.example,Open,05/27/2026 14:30:00,,May\n4,Normal,2,3,d@dest.example,Suppressed,05/27/2026 14:30:00,Invalid Organizational Suppression List,May\n',
    [
      reading('acoustic', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: 'May' },
      }),
      reading('acoustic', 'complaint', '3', {
        recipient: 'b@dest.example',
        hint: 'notice.complaint',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: 'May' },
      }),
      reading('acoustic', 'other', '4', {
        recipient: 'c@dest.example',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: 'May' },
      }),
      reading('acoustic', 'bounce', '5', {
        recipient: 'd@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: 'May' },
        warnings: classOnly('Invalid Organizational Suppression List'),
      }),
    ],
  ],
  [
    'iterable',
    'createdAt,email,campaignId,messageId,templateId,recipientState\n2026-05-27 14:30:00 +00:00,a@dest.example,55,m1,6,HardBounce\n',
    [
      reading('iterable', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'unknown.text',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('HardBounce'),
        message: { messageId: 'm1', campaign: '55' },
      }),
    ],
  ],
  [
    'braze',
    'email,hard_bounced_at\na@dest.example,2026-05-27 14:30:00\n',
    [
      reading('braze', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
      }),
    ],
  ],
  [
    'resend, with several recipients in a cell',
    'id,created_at,subject,from,to,cc,bcc,reply_to,last_event,sent_at\ne1,2026-05-27 14:30:00.5+00,Hi,Shop <s@own.example>,"a@dest.example, b@dest.example",,,,bounced,\ne2,2026-05-27 14:30:00+00:00,Hi,Shop <s@own.example>,c@dest.example;d@dest.example,,,,delivered,\n',
    [
      reading('resend', 'bounce', '2', {
        hint: null,
        timestamp: '2026-05-27T14:30:00.5Z',
        warnings: [expect.objectContaining({ code: 'csv-recipient-uncertain' })],
        message: { messageId: null, subject: 'Hi', from: 'Shop <s@own.example>' },
      }),
      reading('resend', 'delivery', '3', {
        recipient: 'c@dest.example',
        hint: 'notice.delivered',
        timestamp: '2026-05-27T14:30:00Z',
        message: { subject: 'Hi', from: 'Shop <s@own.example>' },
      }),
      reading('resend', 'delivery', '3', {
        recipient: 'd@dest.example',
        hint: 'notice.delivered',
        timestamp: '2026-05-27T14:30:00Z',
        message: { subject: 'Hi', from: 'Shop <s@own.example>' },
      }),
    ],
  ],
  [
    'elastic email',
    'TransactionID,MsgID,FromEmail,To,Subject,EventType,EventDate,ChannelName,MessageCategory,NextTryOn,Message,IPAddress\nt1,m1,s@own.example,a@dest.example,Hi,Bounce,2026-05-27T14:30:00,api,NoMailbox,,550 5.1.1 none,192.0.2.1\nt2,m2,s@own.example,b@dest.example,Hi,FailedAttempt,2026-05-27T14:30:00,api,Throttled,2026-05-27T15:30:00,450 slow,192.0.2.1\nt3,m3,s@own.example,c@dest.example,Hi,Sent,2026-05-27T14:30:00,api,Unknown,,,192.0.2.1\n',
    [
      reading('elastic-email', 'bounce', '2', {
        recipient: 'a@dest.example',
        diagnostic: '550 5.1.1 none',
        hint: 'recipient.unknown',
        timestamp: '2026-05-27T14:30:00Z',
        message: { messageId: 'm1', subject: 'Hi', from: 's@own.example' },
      }),
      reading('elastic-email', 'deferral', '3', {
        recipient: 'b@dest.example',
        diagnostic: '450 slow',
        hint: 'rate.messages',
        timestamp: '2026-05-27T14:30:00Z',
        message: { messageId: 'm2', subject: 'Hi', from: 's@own.example' },
      }),
      reading('elastic-email', 'other', '4', {
        recipient: 'c@dest.example',
        timestamp: '2026-05-27T14:30:00Z',
        message: { messageId: 'm3', subject: 'Hi', from: 's@own.example' },
      }),
    ],
  ],
  [
    'telnyx',
    'id,to,from,reason,source,scope,status,domain_id,created_at,updated_at,expires_at,group_id\n1,a@dest.example,s@own.example,hard_bounce,system,account,active,d,2026-05-27T14:30:00Z,,,\n2,b@dest.example,s@own.example,unsubscribe,system,account,active,d,2026-05-27T14:30:00Z,,,\n',
    [
      reading('telnyx', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('hard_bounce'),
        message: { from: 's@own.example' },
      }),
      reading('telnyx', 'other', '3', {
        recipient: 'b@dest.example',
        hint: 'notice.unsubscribe',
        timestamp: '2026-05-27T14:30:00Z',
        message: { from: 's@own.example' },
      }),
    ],
  ],
  [
    'emfluence, with tabs',
    '"id"\t"emailID"\t"dateBounced"\t"bounceType"\t"contactID"\t"email"\n"1"\t"2"\t"2026-05-27 14:30:00.067"\t"SB"\t"3"\t"a@dest.example"\n',
    [
      reading('emfluence', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'unknown.text',
        timestamp: '2026-05-27T14:30:00.067Z',
        warnings: classOnly('SB'),
      }),
    ],
  ],
  [
    'promio',
    '"emailId";"userId";"mailerror";"custID";"mail";"date"\n"9";"1";"3";"c";"a@dest.example";"2026-05-26"\n',
    [
      reading('promio', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'suppressed.by-esp',
        timestamp: '2026-05-26T00:00:00Z',
        warnings: [expect.objectContaining({ code: 'timestamp-day-only' }), ...classOnly('3')],
      }),
    ],
  ],
  [
    'an export of an unknown sender',
    'Subscriber;Bounce Type;Bounce Reason;Bounced At;Campaign Name\na@dest.example;Soft Bounce;Mailbox full;27.05.2026 14:30;News\nb@dest.example;Hard Bounce;;27.05.2026 14:30;News\nc@dest.example;Blocked;554 5.7.1 no;27.05.2026 14:30;News\nd@dest.example;Hard Bounce - User unknown;;27.05.2026 14:30;News\n',
    [
      reading('csv', 'bounce', '2', {
        recipient: 'a@dest.example',
        hint: 'recipient.over-quota',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('Soft Bounce'),
        message: { campaign: 'News' },
      }),
      reading('csv', 'bounce', '3', {
        recipient: 'b@dest.example',
        hint: 'unknown.text',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('Hard Bounce'),
        message: { campaign: 'News' },
      }),
      reading('csv', 'bounce', '4', {
        recipient: 'c@dest.example',
        diagnostic: '554 5.7.1 no',
        timestamp: '2026-05-27T14:30:00Z',
        message: { campaign: 'News' },
      }),
      reading('csv', 'bounce', '5', {
        recipient: 'd@dest.example',
        hint: 'recipient.unknown',
        timestamp: '2026-05-27T14:30:00Z',
        warnings: classOnly('Hard Bounce - User unknown'),
        message: { campaign: 'News' },
      }),
    ],
  ],
  [
    'a list with two columns, said in the header',
    'Recipient,Error\na@dest.example,550 5.1.1 none\nb@dest.example,451 4.7.1 later\nc@dest.example,250 ok\n',
    [
      reading('csv', 'bounce', '2', { recipient: 'a@dest.example', diagnostic: '550 5.1.1 none' }),
      reading('csv', 'deferral', '3', { recipient: 'b@dest.example', diagnostic: '451 4.7.1 later' }),
      reading('csv', 'delivery', '4', { recipient: 'c@dest.example', diagnostic: '250 ok', hint: 'notice.delivered' }),
    ],
  ],
];

test.each(cases)('reads %s', (_, text, readings) => {
  expect(readExport(text)).toEqual(readings);
});

test.each(cases.filter(([, text]) => !text.startsWith('{')))(
  'recognises %s by its first line, and no row as a first line',
  (_, text) => {
    const [header = '', ...rows] = text.split('\n');
    expect(recognisesExport(header)).toBe(true);
    expect(recognisesExport(`\ufeff${header.toUpperCase()}\r`)).toBe(true);
    expect(rows.filter(recognisesExport)).toEqual([]);
  },
);
