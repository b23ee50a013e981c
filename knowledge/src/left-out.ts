/**
 * Collected refusals that no entry holds as they were proposed, by their id in the collection, each with the reason. All
 * others stand in the files of the systems, in the wording and among the markers; `test/knowledge/rows.test.ts` proves it.
 */
export const leftOut: Readonly<Record<string, string>> = {
  'microsoft-365-exchange-online-022':
    'Proposed as an unknown recipient, but the words turn away the sender: microsoft-365/sender-denied says so and names the stale address as the other cause.',
  'microsoft-365-exchange-online-091':
    'Proposed as a dead mailbox, but the words leave open whether it only cannot be opened: microsoft-365/mailbox-cannot-be-accessed holds the address.',
  'mimecast-002':
    'Proposed as a block of the IP, which is one of two causes: mimecast/recipient-check-unavailable reads the words as a check of the address that is still open and names both.',
  'postfix-017':
    'Merged into postfix/client-on-blocklist, which reads the end of the sentence, so that a rule of the list named there can say more.',
  'postfix-018':
    'Merged into postfix/client-on-blocklist, which reads the end of the sentence, so that a rule of the list named there can say more.',
  'postfix-046':
    'Proposed as a bad reputation, but the words only tell that the greeting was a refusal: postfix/refused-at-greeting leaves the cause to what follows them.',
  'proofpoint-015':
    'Proposed as a listed IP, but the words and the code name the sender address: proofpoint/sender-rejected reads them so and names listing and SPF as what stands behind it.',
  'qmail-007':
    'Proposed as a full mailbox, but the queue of the server is what failed: qmail/queue-trouble reads the words so.',
  'yandex-004':
    'Proposed as a closed mailbox to be suppressed, but the words speak of a policy and not of the end of the mailbox: yandex/target-address-policy holds the address.',
};
