/** A certificate's date as people read it; one that no calendar has is possible, as anybody can sign anything. */
export function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'an impossible date' : date.toISOString().slice(0, 10);
}
