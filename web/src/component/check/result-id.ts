/** The id of a result's element on its page. */
export function resultId(check: string): string {
  return `check-${check.replace('.', '-')}`;
}
