/** Local parts that are roles (RFC 2142) or are used as such. */
const roles = new Set(
  'abuse accounting accounts admin administrator billing booking bookings buchhaltung career careers contact contacto contato enquiries enquiry finance hello help helpdesk hostmaster hr info inquiry invoice invoices it jobs kontakt legal mail marketing media news newsletter noc noreply office orders postmaster press privacy purchasing reception recruiting recruitment sales secretariat security service shop support team verkauf webmaster welcome'.split(
    ' ',
  ),
);
/** Words in a local part that make it a group. */
const groupWords =
  /(?:^|[._-])(?:all|everyone|everybody|group|gruppe|list|liste|members|staff|students|team|users|verteiler|dl|grp)(?:[._-]|$)/;
/** `jane.roe`, `j.roe`, `jane_roe`, `jane-roe`. */
const personName = /^[a-z]{1,20}[._-][a-z]{2,30}$/;

/** What a local part is longer than is nobody's name. */
const MAX_LOCAL_PART = 64;

/** Whether an address looks like a person, a role or a group; null where nothing can be said. */
export function recipientKind(address: string): 'person' | 'role' | 'group' | null {
  const at = address.lastIndexOf('@');
  const local = (at < 0 ? address : address.slice(0, at)).toLowerCase();
  if (local.length > MAX_LOCAL_PART) return null;
  if (roles.has(local)) return 'role';
  if (groupWords.test(local)) return 'group';
  return personName.test(local) ? 'person' : null;
}
