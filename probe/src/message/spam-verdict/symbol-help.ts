/** What a rule means in plain words, and what to do about it. */
export interface SymbolHelp {
  readonly means: string;
  readonly fix: string | null;
}

type Row = readonly [form: RegExp, means: string, fix: string | null];

const publish = 'See the checks of SPF, DKIM and DMARC.';

/** Rules of SpamAssassin and rspamd that senders meet most, by name; the first row that fits counts. */
const rows: readonly Row[] = [
  [/^BAYES_(?:HAM|00|05|20|40)$/, 'the words are like those of wanted mail there', null],
  [
    /^BAYES_(?:SPAM|50|60|80|95|99|999)$/,
    'the words are like those of spam that was learnt there',
    'Write the text in other words, and compare with a message that passes: each server learns for itself.',
  ],
  [/^(?:SPF_PASS|R_SPF_ALLOW|SPF_HELO_PASS)$/, 'SPF allows the sending address', null],
  [
    /^(?:SPF_FAIL|SPF_SOFTFAIL|SPF_HELO_FAIL|SPF_HELO_SOFTFAIL|R_SPF_FAIL|R_SPF_SOFTFAIL|R_SPF_PERMFAIL)$/,
    'SPF does not allow the sending address',
    publish,
  ],
  [
    /^(?:SPF_NONE|SPF_HELO_NONE|R_SPF_NA|SPF_NEUTRAL|R_SPF_NEUTRAL|R_SPF_DNSFAIL)$/,
    'SPF says nothing of the sending address',
    publish,
  ],
  [
    /^(?:DKIM_VALID|DKIM_VALID_AU|DKIM_VALID_EF|R_DKIM_ALLOW|DKIM_SIGNED|DKIM_TRACE|DKIMWL_.*)$/,
    'a DKIM signature is there',
    null,
  ],
  [/^(?:DKIM_INVALID|R_DKIM_REJECT|R_DKIM_PERMFAIL|R_DKIM_TEMPFAIL)$/, 'the DKIM signature does not verify', publish],
  [/^(?:R_DKIM_NA|DKIM_ADSP_.*)$/, 'there is no DKIM signature of the domain in From', publish],
  [/^DMARC_(?:PASS|POLICY_ALLOW(?:_WITH_FAILURES)?)$/, 'DMARC passes', null],
  [/^DMARC_(?:REJECT|QUAR|NONE|POLICY_REJECT|POLICY_QUARANTINE|POLICY_SOFTFAIL)$/, 'DMARC fails', publish],
  [/^DMARC_(?:NA|MISSING|DNSFAIL|BAD_POLICY)$/, 'the domain in From has no usable DMARC record', publish],
  [/^ARC_/, 'about the chain of seals that forwarders add', null],
  [
    /^(?:RCVD_IN_(?:DNSWL|HOSTKARMA_W|IADB|MSPIKE_(?:H|WL)).*|RCVD_IN_VALIDITY_(?:SAFE|CERTIFIED)$|RWL_.*|DWL_.*|SPFBL_WL)/,
    'an allow list vouches for the sending address',
    null,
  ],
  [
    /^(?:RCVD_IN_|RBL_|RECEIVED_(?:SPAMHAUS|BLOCKLISTDE))/,
    'the sending address is on a blocklist, or a list refused to answer',
    'See the checks of blocklists. “BLOCKED” in the name says that the list refused that server, which is no listing.',
  ],
  [
    /^(?:URIBL_|URI_(?:PHISH|MALWARE)|SURBL_|DBL_|.*_(?:SURBL|URIBL|DBL)$|RSPAMD_URIBL|.*_URIBL_.*)/,
    'a link leads to a domain on a blocklist, or a list refused to answer',
    'See the check of domains on blocklists. “BLOCKED” in the name says that the list refused that server, which is no listing.',
  ],
  [
    /^(?:RDNS_NONE|HFILTER_HOSTNAME_UNKNOWN|R_NO_RDNS|RDNS_DNSFAIL)$/,
    'the sending address has no name in the DNS',
    'Give the sending address a PTR record.',
  ],
  [
    /^(?:RDNS_DYNAMIC|HFILTER_HOSTNAME_[1-5]|HELO_DYNAMIC.*)$/,
    'the name of the sending address looks like a dial-up',
    'Give the sending address a name of its own as PTR.',
  ],
  [/^(?:HELO_|HFILTER_HELO)/, 'the name in EHLO is not as it should be', 'See the checks of EHLO.'],
  [
    /^(?:HTML_MESSAGE|MIME_TRACE|RCVD_|TO_|RCPT_COUNT_|FROM_(?:EQ|HAS|NEQ)|ASN|MID_RHS|HAS_(?:REPLYTO|LIST_UNSUB|ATTACHMENT|X_PRIO.*|DATA_URI|ORG_HEADER)|MIME_GOOD|T_|FREEMAIL_(?:FROM|TO|ENVFROM|CC)$|TAGGED_|PREVIOUSLY_|NEURAL_HAM|PREC_BULK|MAILLIST|REPLYTO_(?:ADDR_EQ|DOM_EQ|EQ))/,
    'a mere observation',
    null,
  ],
  [
    /^(?:MIME_HTML_ONLY|HTML_MIME_NO_HTML_TAG|MISSING_MIME_HB_SEP)/,
    'the HTML has no plain text beside it or is not well formed',
    'Send multipart/alternative with a plain text.',
  ],
  [
    /^(?:HTML_IMAGE_ONLY|HTML_IMAGE_RATIO|HTML_SHORT_LINK_IMG|R_SUSPICIOUS_IMAGES|R_EMPTY_IMAGE)/,
    'much picture and little text',
    'Write what the pictures say as text.',
  ],
  [
    /^(?:MPART_ALT_DIFF|R_PARTS_DIFFER)/,
    'plain text and HTML say different things',
    'Make the plain text out of the HTML.',
  ],
  [
    /^(?:HTML_FONT_|HTML_TAG_|HTML_OBFUSCATE|HTML_COMMENT|HIDDEN_|R_WHITE_ON_WHITE|ZERO_FONT|MANY_INVISIBLE_PARTS)/,
    'text that is hard to see or hidden',
    'Write text in a size and colour that can be read.',
  ],
  [
    /^(?:MISSING_(?:DATE|MID|FROM|TO|SUBJECT|HEADERS|MIMEOLE)|INVALID_(?:DATE|MSGID)|DATE_IN_|MSGID_|MULTIPLE_UNIQUE_HEADERS|R_MISSING_CHARSET)/,
    'a header field is missing or wrong',
    'See the check of required header fields.',
  ],
  [
    /^(?:SUBJ_ALL_CAPS|SUBJECT_HAS_EXCLAIM|SUBJECT_ENDS_|PLING_|SUBJ_|SUBJECT_)/,
    'the subject is written as advertisers write',
    'Write the subject in plain words, without capitals throughout and many signs.',
  ],
  [/^(?:FAKE_REPLY|FUZZY_FORGED_RE)/, 'the subject claims to be an answer', 'Take “Re:” out of the subject.'],
  [
    /^(?:FREEMAIL_(?:FORGED_REPLYTO|REPLYTO|REPLY)|FREEMAIL_.*_DIFF|REPLYTO_DOM_NEQ)/,
    'replies go to another address than the mail comes from',
    'Use a Reply-To of your own domain.',
  ],
  [
    /^(?:FORGED_|FROM_NEQ_ENVFROM|SPOOF|HEADER_FROM_DIFFERENT_DOMAINS)/,
    'what the header says of the sender does not fit together',
    publish,
  ],
  [
    /^(?:.*SHORT(?:ENER|URL).*|REDIRECTOR_URL|URL_REDIRECTOR.*)/,
    'a link hides behind a shortener',
    'Link to the page itself.',
  ],
  [
    /^(?:PHISH|.*PHISHING.*|R_SUSPICIOUS_URL|HTTP_TO_IP|NUMERIC_HTTP_ADDR|WEIRD_PORT)/,
    'a link looks like phishing',
    'See the check of links.',
  ],
  [
    /^(?:FUZZY_|PYZOR_CHECK|RAZOR2_|DCC_)/,
    'many others have the same message',
    'Bulk is normal for newsletters; where it weighs much, the content was reported as spam.',
  ],
  [
    /^(?:NEURAL_SPAM|GTUBE)/,
    'it looks like spam that was learnt there',
    'Compare with a message that passes: each server learns for itself.',
  ],
  [
    /^(?:MONEY|ADVANCE_FEE|LOTTO|DEAR_|DRUGS_|BODY_ENHANCEMENT|URG_BIZ|BITCOIN)/,
    'words of well-known frauds',
    'Leave such words out.',
  ],
  [
    /^(?:KAM_|LOCAL_|SH_|JMQ_)/,
    'a rule that this server added for itself',
    'Ask the operator of that server what it is about.',
  ],
  [
    /^(?:MIME_|R_BAD_CTE|R_MIXED_CHARSET|BROKEN_|UNPARSEABLE|BASE64|CTE_)/,
    'the message is built in an unusual way',
    'See the check of how the message is built.',
  ],
];

/** What a rule means; null for one that is not known here. */
export function symbolHelp(name: string): SymbolHelp | null {
  const row = rows.find(([form]) => form.test(name));
  return row === undefined ? null : { means: row[1], fix: row[2] };
}
