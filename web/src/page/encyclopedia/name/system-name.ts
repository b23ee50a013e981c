/**
 * A system's name as it fits behind a title: `Microsoft 365` of `Microsoft 365 (Exchange Online)`,
 * `General wording` of `General wording: recipient`.
 */
export function shortSystemName(name: string): string {
  const end = name.search(/ \(|: /);
  return end < 0 ? name : name.slice(0, end);
}
